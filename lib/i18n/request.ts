import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { localeCookie, toLocale } from './locales';
import { loadMessages } from './server';

/** Language of a request: the cookie's, else zh-CN. Addresses carry no language prefix. */
export default getRequestConfig(async () => {
  const locale = toLocale((await cookies()).get(localeCookie)?.value);
  return { locale, messages: loadMessages(locale), timeZone: 'Asia/Shanghai' };
});

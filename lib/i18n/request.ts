import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { localeCookie, localeOfVisit } from './locales';
import { loadMessages } from './server';

/**
 * Language of a request: the cookie's, else what the browser asks for, else zh-CN. Addresses carry
 * no language prefix.
 */
export default getRequestConfig(async () => {
  const [chosen, asked] = await Promise.all([cookies(), headers()]);
  const locale = localeOfVisit(chosen.get(localeCookie)?.value, asked.get('accept-language'));
  return { locale, messages: loadMessages(locale), timeZone: 'Asia/Shanghai' };
});

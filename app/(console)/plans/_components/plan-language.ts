import { getLocale } from 'next-intl/server';

/** Which side of a plan's labels the reader sees. */
export async function planLanguage(): Promise<'zh' | 'en'> {
  return (await getLocale()) === 'en' ? 'en' : 'zh';
}

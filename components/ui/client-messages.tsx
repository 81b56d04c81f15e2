import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type Messages, pickNamespaces } from '@/lib/i18n/messages';

/**
 * Lets client components below it call `useTranslations` on the named namespaces. Costs 12 kB of
 * script: pass texts as props where a handful will do.
 */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: readonly string[];
  children: ReactNode;
}) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()]);
  return (
    <NextIntlClientProvider
      locale={locale}
      timeZone="Asia/Shanghai"
      messages={pickNamespaces(messages as Messages, namespaces)}
    >
      {children}
    </NextIntlClientProvider>
  );
}

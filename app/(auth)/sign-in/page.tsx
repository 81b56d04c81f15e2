import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { listDemoPeople } from '@/lib/access/server';
import { joinWords } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import { SignInForm } from './sign-in-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signin');
  return { title: t('title') };
}

export default async function SignInPage() {
  const t = await getTranslations('signin');
  const locale = toLocale(await getLocale());
  const words = await getTranslations('words');
  const people = (await listDemoPeople()).map(({ username, password, name, roles }) => ({
    username,
    password,
    name,
    about: joinWords(
      roles.map((role) => words(`role.${role}`)),
      locale,
    ),
  }));
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-4 px-4 py-8">
      <header>
        <h1 className="text-xl font-semibold text-accent">{t('product')}</h1>
        <p className="mt-1 text-soft">{t('sentence')}</p>
      </header>
      <div className="rounded-md border border-line bg-paper p-4 sm:p-6">
        <SignInForm
          people={people}
          texts={{
            username: t('username'),
            password: t('password'),
            code: t('code'),
            codeHint: t('codeHint'),
            submit: t('submit'),
            pending: t('pending'),
            demoTitle: t('demoTitle'),
            demoHint: t('demoHint'),
            errors: {
              wrong: t('errors.wrong'),
              locked: t('errors.locked', { minutes: '{minutes}' }),
              code: t('errors.code'),
              unreachable: t('errors.unreachable'),
            },
          }}
        />
      </div>
      <p className="rounded-md border border-red/40 bg-red-pale px-3 py-2 text-center font-medium text-red">
        {t('secrecy')}
      </p>
    </main>
  );
}

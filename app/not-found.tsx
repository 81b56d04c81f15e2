import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/button';

export default function NotFound() {
  const t = useTranslations('notfound');
  return (
    <div className="mx-auto flex max-w-lg flex-col items-start gap-3 px-4 py-16">
      <h1 className="text-lg font-semibold">{t('title')}</h1>
      <p className="text-soft">{t('body')}</p>
      <LinkButton href="/">{t('desk')}</LinkButton>
    </div>
  );
}

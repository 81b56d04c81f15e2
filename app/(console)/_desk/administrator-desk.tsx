import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/button';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { homeHref } from '@/lib/access/home';
import type { Role } from '@/lib/access/roles';

/** The desk of the three administrators: no incident, only the way to their own work. */
export function AdministratorDesk({ roles }: { roles: readonly Role[] }) {
  const t = useTranslations('desk');
  const href = homeHref(roles);
  return (
    <>
      <PageHeader title={t('title')} />
      <Panel title={t('administrator.panel')} flush>
        <EmptyState
          title={t('administrator.title')}
          action={
            href !== '/' && (
              <LinkButton href={href} variant="primary">
                {href === '/audit' ? t('administrator.audit') : t('administrator.admin')}
              </LinkButton>
            )
          }
        >
          {t('administrator.why')}
        </EmptyState>
      </Panel>
    </>
  );
}

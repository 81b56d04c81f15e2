import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/ui/layout';
import { Tabs } from '@/components/ui/tabs';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { auditFilters } from '@/lib/audit/server/pages';
import { GuardAudit } from './_components/guard-audit';
import { IncidentAudit } from './_components/incident-audit';
import { LogAudit } from './_components/log-audit';

type Search = Record<string, string | string[] | undefined>;

/** 审计: incidents for those who may export them, the institution's own logs for audit people. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [search, actor, t, guards] = await Promise.all([
    searchParams,
    requireActor(),
    getTranslations('audit'),
    getTranslations('guards'),
  ]);
  const mayIncidents = holdsPermission(actor, 'audit:export');
  const mayLogs = holdsPermission(actor, 'audit:verifyLogs');
  if (!mayIncidents && !mayLogs) notFound();
  const isGuards = mayIncidents && search.view === 'guards';
  const isLogs = mayLogs && (!mayIncidents || search.view === 'logs');
  const items = [
    { key: 'incidents', href: '/audit', label: t('tabs.incidents') },
    { key: 'guards', href: '/audit?view=guards', label: guards('audit.tab') },
    ...(mayLogs ? [{ key: 'logs', href: '/audit?view=logs', label: t('tabs.logs') }] : []),
  ];
  const current = isGuards ? 'guards' : isLogs ? 'logs' : 'incidents';
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={isGuards ? guards('audit.lead') : isLogs ? t('logsLead') : t('lead')}
      />
      {mayIncidents && (
        <div className="mb-4">
          <Tabs label={t('tabs.label')} items={items} current={current} />
        </div>
      )}
      {isGuards ? (
        <GuardAudit actor={actor} />
      ) : isLogs ? (
        <LogAudit
          actor={actor}
          stream={one(search.stream)}
          before={Number(search.before) || null}
        />
      ) : (
        <IncidentAudit actor={actor} filters={auditFilters.parse(flat(search))} />
      )}
    </>
  );
}

const one = (value: Search[string]) => (Array.isArray(value) ? value[0] : value);

/** Single values; an empty field of a form is no filter. */
function flat(search: Search) {
  const entries = Object.entries(search).map(([key, value]) => [key, one(value)]);
  return Object.fromEntries(entries.filter(([, value]) => value));
}

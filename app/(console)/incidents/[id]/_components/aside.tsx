import { useTranslations } from 'next-intl';
import { DeadlineList } from '@/components/incident/deadline-list';
import { Panel } from '@/components/ui/layout';
import { PersonLine } from '@/components/ui/person-line';
import { explainDue } from '@/lib/calendar';
import { isExplainable } from '@/lib/incident/explaining';
import type { DeadlineRow } from '@/lib/incident/model';
import { ReportMatter } from './report-matter';
import type { Making } from './sheet-initial';

type Explained = Parameters<typeof explainDue>[0];

const order = (one: DeadlineRow): number =>
  one.state === 'breached' ? 0 : one.state === 'open' ? 1 : one.state === 'cancelled' ? 3 : 2;

/** What is due when, who to call, and where approvals stand. */
export function Aside({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const { view, words, unitOf, nameOf, locale } = page;
  const rows = [...view.state.deadlines].sort(
    (a, b) => order(a) - order(b) || (a.dueAt ?? '').localeCompare(b.dueAt ?? ''),
  );
  const items = rows.map((row) => ({
    row,
    title: words.deadline(row),
    owner: unitOf(row.ownerUnitId) ?? words.role(row.ownerRole),
    explanation: explainDue(
      { explanation: row.explanation, warnings: row.warnings } as Explained,
      locale,
    ),
    acknowledgedBy: row.acknowledgedBy ? nameOf(row.acknowledgedBy) : null,
    canAcknowledge:
      page.may('acknowledgeEscalation') &&
      (row.state === 'open' || row.state === 'breached') &&
      row.acknowledgedAt === null &&
      row.stepsDone > 0,
    canResume: page.may('resumeDeadline') && row.pausedAt !== null,
    canExplain: page.may('explainDeadline') && row.state === 'breached' && isExplainable(row),
  }));
  const pending = items.filter(({ row }) => order(row) < 2);
  return (
    <aside className="min-w-0 space-y-4 lg:sticky lg:top-16" aria-label={t('aside')}>
      <Panel title={t('deadlines')} count={pending.length} flush>
        <DeadlineList items={items} now={view.now} />
      </Panel>
      <ReportMatter page={page} />
      <People page={page} />
    </aside>
  );
}

function People({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const { view, names, words } = page;
  const { incident, assignments } = view.state;
  const { onDuty } = view.directory;
  const wanted: [string, string | null][] = [
    [t('people.loggedBy'), incident.loggedBy],
    [t('people.gradedBy'), incident.gradedBy],
    ...assignments.flatMap((one): [string, string | null][] =>
      one.acceptedBy ? [[t('people.handler'), one.acceptedBy]] : [],
    ),
    [t('people.dutyOfficer'), onDuty.officerId],
    [t('people.dutyLeader'), onDuty.leaderId],
  ];
  const shown = new Map<string, string[]>();
  for (const [role, id] of wanted) if (id) shown.set(id, [...(shown.get(id) ?? []), role]);
  return (
    <Panel title={t('people.title')}>
      <div className="space-y-2">
        {[...shown].map(([id, roles]) => {
          const person = names.get(id);
          if (!person) return null;
          return (
            <PersonLine
              key={id}
              name={person.name}
              role={[...new Set(roles)].join(' · ')}
              unit={person.unitName ?? person.title ?? words.role(person.roles[0] ?? '')}
              phone={person.phone}
            />
          );
        })}
        {incident.offlineOwner && (
          <PersonLine name={incident.offlineOwner} role={t('people.offline')} />
        )}
        {incident.onlineOwner && (
          <PersonLine name={incident.onlineOwner} role={t('people.online')} />
        )}
      </div>
    </Panel>
  );
}

import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { LevelBadge } from '@/components/incident/level-badge';
import { stageWord } from '@/components/incident/stage-word';
import { Badge, type Tone } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import {
  AUDIT_MARKS,
  type AuditedIncident,
  type AuditFilters,
  type AuditMark,
  countMarks,
  listAudited,
} from '@/lib/audit/server/pages';
import type { Actor } from '@/lib/incident/context';
import { businessNow } from '@/lib/platform/clock';
import { AuditFilterForm, auditHref } from './filter-form';
import { VerifyAll, VerifyCell, VerifyProvider } from './verify';
import { verifyTexts } from './verify-texts';

const MARK_TONES: Record<AuditMark, Tone> = {
  late: 'red',
  downgraded: 'orange',
  recategorised: 'amber',
  dismissed: 'neutral',
  unpublished: 'amber',
  vanished: 'blue',
};

const streamOf = (id: string) => `incident:${id}`;

/** Incidents to audit, with what may not get lost counted on top, and one button that checks. */
export async function IncidentAudit({ actor, filters }: { actor: Actor; filters: AuditFilters }) {
  const [t, texts, now, counts, { items, nextCursor }] = await Promise.all([
    getTranslations('audit'),
    verifyTexts(),
    businessNow(),
    countMarks(actor, filters),
    listAudited(actor, filters),
  ]);
  const first = { ...filters, cursor: undefined };
  return (
    <VerifyProvider texts={texts}>
      <div className="space-y-4">
        <ul className="grid grid-cols-3 gap-px overflow-hidden rounded-md border border-line bg-line lg:grid-cols-6">
          {AUDIT_MARKS.map((mark) => (
            <li key={mark}>
              <Link
                href={auditHref({ ...first, mark: filters.mark === mark ? undefined : mark })}
                aria-current={filters.mark === mark ? 'true' : undefined}
                className={classNames(
                  'block h-full px-3 py-2.5',
                  filters.mark === mark ? 'bg-accent-pale text-accent' : 'bg-paper hover:bg-sunken',
                )}
              >
                <span className="block text-lg font-semibold tabular-nums">{counts[mark]}</span>
                <span className="text-xs text-soft">{t(`mark.${mark}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
        <section className="rounded-md border border-line bg-paper">
          <header className="flex flex-wrap items-end justify-between gap-3 border-b border-line p-4">
            <AuditFilterForm filters={filters} />
            <div className="flex gap-2">
              <VerifyAll streams={items.map(({ id }) => streamOf(id))} />
            </div>
          </header>
          {items.length === 0 ? (
            <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
          ) : (
            <Table
              stacked
              caption={t('table')}
              columns={[
                { label: t('incident') },
                { label: t('stage') },
                { label: t('discovered') },
                { label: t('ended') },
                { label: t('marks') },
                { label: t('integrity') },
              ]}
            >
              {items.map((item) => (
                <IncidentRow key={item.id} item={item} now={now} />
              ))}
            </Table>
          )}
          <Pagination
            summary={t('total', { count: filters.mark ? counts[filters.mark] : counts.total })}
            prevHref={filters.cursor ? auditHref(first) : null}
            nextHref={nextCursor ? auditHref({ ...filters, cursor: nextCursor }) : null}
          />
        </section>
      </div>
    </VerifyProvider>
  );
}

async function IncidentRow({ item, now }: { item: AuditedIncident; now: string }) {
  const [t, words] = await Promise.all([getTranslations('audit'), getTranslations('words')]);
  return (
    <tr>
      <td>
        <div>
          <Link
            href={`/audit/${item.id}`}
            className="font-medium text-accent tabular-nums hover:underline"
          >
            {item.number}
          </Link>{' '}
          {item.isDrill && <Badge tone="amber">{t('drill')}</Badge>}
          <span className="block">{item.title ?? t('erased')}</span>
          <span className="text-xs text-faint">{item.orgName}</span>
        </div>
      </td>
      <td data-label={t('stage')}>
        <span className="inline-flex flex-wrap gap-1">
          {stageWord(words, item.stage, item.plan.hasLevels)}{' '}
          <LevelBadge grade={item.opinionGrade} plan={item.plan} />
        </span>
      </td>
      <td data-label={t('discovered')}>
        <Time at={item.discoveredAt} now={now} />
      </td>
      <td data-label={t('ended')}>{item.endedAt ? <Time at={item.endedAt} now={now} /> : '—'}</td>
      <td data-label={t('marks')}>
        <span className="inline-flex flex-wrap gap-1">
          {item.marks.map((mark) => (
            <Badge key={mark} tone={MARK_TONES[mark]}>
              {mark === 'late' ? t('lateCount', { count: item.lateCount }) : t(`mark.${mark}`)}
            </Badge>
          ))}
          {item.marks.length === 0 && <span className="text-faint">{t('noMarks')}</span>}
        </span>
      </td>
      <td data-label={t('integrity')}>
        <VerifyCell stream={streamOf(item.id)} label={item.number} />
      </td>
    </tr>
  );
}

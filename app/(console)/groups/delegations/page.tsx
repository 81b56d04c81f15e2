import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Badge, type Tone } from '@/components/ui/badge';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState, Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import {
  type ListedDelegation,
  listDelegations,
  loadDelegationChoices,
  recentGroupWarnings,
} from '@/lib/group/server';
import { businessNow } from '@/lib/platform/clock';
import { Fault } from '../_components/fault';
import { GiveForm } from '../_components/give-form';
import { GroupTabs } from '../_components/group-tabs';
import { GroupNotices } from '../_components/warnings';
import { revokeDelegationAction } from '../actions';

const TONES: Record<ListedDelegation['state'], Tone> = {
  in_force: 'green',
  ahead: 'accent',
  ended: 'neutral',
  revoked: 'neutral',
};

/** 书面授权代理: who signs for whom, when, on which paper; to give and to take back. */
export default async function DelegationsPage({
  searchParams,
}: {
  searchParams: Promise<{ fault?: string; given?: string; from?: string }>;
}) {
  const [{ actor, org }, t, search, locale] = await Promise.all([
    requireSignedIn(),
    getTranslations('groups'),
    searchParams,
    getLocale(),
  ]);
  if (!holdsPermission(actor, 'group:read')) notFound();
  const now = await businessNow();
  const mayGive = holdsPermission(actor, 'delegation:give');
  const [rows, choices, { uncovered }] = await Promise.all([
    listDelegations(actor, now),
    mayGive ? loadDelegationChoices(actor) : null,
    recentGroupWarnings(org.id, now),
  ]);
  const warnings = { vacant: 0, left: [], uncovered, heightened: null };
  return (
    <>
      <PageHeader title={t('tab.delegations')} lead={t('delegationsLead')} />
      <div className="space-y-4">
        <GroupTabs current="delegations" />
        <Fault code={search.fault} />
        {search.given && (
          <div role="status">
            <Notice tone="green">{t('given')}</Notice>
          </div>
        )}
        <GroupNotices warnings={warnings} now={now} locale={locale} mayGive={mayGive} />
        <Panel title={t('delegations')} count={rows.length} flush>
          {rows.length === 0 ? (
            <EmptyState title={t('noDelegations')}>{t('noDelegationsHint')}</EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {rows.map((row) => (
                <Row key={row.id} row={row} now={now} />
              ))}
            </ul>
          )}
        </Panel>
        {choices && choices.from.length > 0 && (
          <Panel title={t('give')} id="give">
            <GiveForm
              choices={choices}
              now={now}
              from={
                search.from ?? (choices.from.some((one) => one.id === actor.id) ? actor.id : '')
              }
            />
          </Panel>
        )}
      </div>
    </>
  );
}

async function Row({ row, now }: { row: ListedDelegation; now: string }) {
  const t = await getTranslations('groups');
  const { from, to, scope, startsAt, endsAt, reason, paperReference, givenBy, state } = row;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{t('fromTo', { from: from.name, to: to.name })}</span>
          <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
          <Badge>{t(`scope.${scope}`)}</Badge>
        </p>
        <p className="text-soft">
          <Time at={startsAt} now={now} /> — <Time at={endsAt} now={now} /> · {reason}
        </p>
        <p className="text-xs text-faint">
          {paperReference
            ? t('recordedBy', { name: givenBy, paper: paperReference })
            : t('givenBy', { name: givenBy })}
        </p>
      </div>
      {row.mayRevoke && (
        <form action={revokeDelegationAction}>
          <input type="hidden" name="id" value={row.id} />
          <SubmitButton variant="secondary" size="sm">
            {t('revoke')}
          </SubmitButton>
        </form>
      )}
    </li>
  );
}

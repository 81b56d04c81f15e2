import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ApprovalChain } from '@/components/incident/approval-chain';
import { CommandButton } from '@/components/incident/command-button';
import type { FormCommand } from '@/components/incident/form-types';
import { Badge, type Tone } from '@/components/ui/badge';
import { Diff } from '@/components/ui/diff';
import { Section } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import { can } from '@/lib/access/policy';
import { isStepFor, isUnderWay, planStepOf } from '@/lib/incident/approval-steps';
import { urgentReleaseOf } from '@/lib/incident/commands/releasing';
import { isConsentOwed } from '@/lib/incident/consent';
import type { ApprovalStepRow, WordingRow, WordingVersionRow } from '@/lib/incident/model';
import { diffWords } from '@/lib/incident/word-diff';
import { chainModel } from './chain-model';
import { CommentableText } from './commentable-text';
import { Comments, placedComments } from './comments';
import { Copies } from './copies';
import { ReleaseBadge } from './release-badge';
import type { Making } from './sheet-initial';
import { hasBegun, isPast } from './stage-order';

const TONES: Record<WordingRow['state'], Tone> = {
  draft: 'neutral',
  submitted: 'amber',
  approved: 'green',
  returned: 'red',
  withdrawn: 'neutral',
};

/** Texts with their versions and approvals. */
export function Wordings({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const { view } = page;
  const { wordings, incident } = view.state;
  const current = wordings.filter((one) => one.state !== 'withdrawn');
  const waits = current.some((one) => openStepFor(page, one) !== null);
  return (
    <Section
      id="wordings"
      title={t('section.wordings')}
      open={
        waits ||
        (wordings.length > 0 &&
          hasBegun(incident.stage, 'detected') &&
          !isPast(incident.stage, 'responding'))
      }
      summary={
        wordings.length === 0
          ? t('noWordings')
          : current.map((one) => `${one.title ?? ''} ${t(`wordingState.${one.state}`)}`).join(' · ')
      }
      flush
    >
      {wordings.length === 0 && <p className="p-4 text-faint">{t('noWordings')}</p>}
      {wordings.map((one) => (
        <Wording key={one.id} page={page} one={one} />
      ))}
    </Section>
  );
}

/** The open step of this wording that waits for the reader. */
function openStepFor(page: Making, one: WordingRow): ApprovalStepRow | null {
  const {
    view: { state },
    actor,
    may,
  } = page;
  const step = waitingStep(page, one);
  const signed = state.approvalDecisions.some(
    (done) => done.stepId === step?.id && done.personId === actor.id && done.voidedAt === null,
  );
  return step && isStepFor(state, step, actor) && !signed && may('approve') ? step : null;
}

function Wording({ page, one }: { page: Making; one: WordingRow }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const approvals = useTranslations('approvals');
  const { view, words, nameOf } = page;
  const versions = view.state.wordingVersions
    .filter((version) => version.wordingId === one.id)
    .sort((a, b) => b.number - a.number);
  const [newest, before] = versions;
  const mine = openStepFor(page, one);
  const placed = placedComments(page, one.id, newest?.body ?? '');
  const owed = view.state.approvalDecisions.find(
    (given) => given.wordingId === one.id && isConsentOwed(view.state, given),
  );
  const isMine = owed?.personId === page.actor.id;
  const waiting = waitingStep(page, one);
  const newestRun = view.state.approvalRuns.findLast((run) => run.wordingId === one.id);
  const isReleased = newestRun?.state === 'released';
  const acts: [FormCommand, boolean][] = [
    ['submitWording', one.state === 'draft' || one.state === 'returned'],
    ['publish', (one.state === 'approved' || isReleased) && one.kind !== 'internal_line'],
    ['makeCopy', one.state === 'approved' && one.kind !== 'internal_line'],
    ['reviseWording', one.state !== 'withdrawn'],
    ['withdrawWording', one.state !== 'withdrawn'],
  ];
  const offered = acts.filter(([command, fits]) => fits && page.may(command));
  return (
    <article id={`wording-${one.id}`} className="border-b border-line last:border-b-0">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-3">
        <h3 className="font-medium">{one.title}</h3>
        <Badge>{words.option('wordingKind', one.kind)}</Badge>
        <Badge tone={TONES[one.state]}>{t(`wordingState.${one.state}`)}</Badge>
        <ReleaseBadge run={newestRun} />
        {newest && (
          <span className="ms-auto text-xs text-faint">
            {t('version', { number: newest.number })} {nameOf(newest.authorId)}{' '}
            <Time at={newest.createdAt} now={view.now} />
          </span>
        )}
      </header>
      <div className="grid gap-4 px-4 py-3 md:grid-cols-[minmax(0,1fr)_220px]">
        <div className="min-w-0">
          <CommentableText page={page} newest={newest} placed={placed} />
          <Copies page={page} wordingId={one.id} />
          <Comments page={page} wordingId={one.id} placed={placed} />
          {newest && before && <Comparison older={before} newer={newest} isOpen={mine !== null} />}
          <Ticked page={page} wordingId={one.id} />
          {versions.slice(1, -1).map((version, index) => {
            const older = versions[index + 2];
            return older ? (
              <Comparison key={version.id} older={older} newer={version} isOpen={false} />
            ) : null;
          })}
        </div>
        <div>
          {newestRun?.releasedAt && (
            <p className="mb-2 text-xs text-red">
              {t('released.by', {
                name: nameOf(newestRun.releasedBy),
                reason: newestRun.releaseReason ?? '',
              })}{' '}
              <Time at={newestRun.releasedAt} now={view.now} />
            </p>
          )}
          <ApprovalChain steps={chainModel(page, one.id)} now={view.now} />
          {newestRun && can(page.actor, 'document:export', view.target) && (
            <Link
              href={`/incidents/${view.state.incident.id}/approval/${one.id}`}
              className="mt-2 inline-block py-1 text-xs text-accent hover:underline"
            >
              {approvals('sheet.link')}
            </Link>
          )}
        </div>
      </div>
      {offered.length > 0 && (
        <div className="flex flex-wrap gap-2 px-4 pb-3">
          {offered.map(([command], index) => (
            <CommandButton
              key={command}
              command={command}
              preset={{ wordingId: one.id }}
              size="sm"
              variant={index === 0 && command !== 'withdrawWording' ? 'primary' : 'secondary'}
            >
              {commands(`label.${command}`)}
            </CommandButton>
          ))}
        </div>
      )}
      {waiting && newest && <RecordActs page={page} step={waiting} version={newest} />}
      {isMine && owed && (
        <div className="flex flex-wrap items-center gap-2 border-t border-accent bg-accent-pale px-4 py-3">
          <p className="grow font-medium max-sm:basis-full">{t('next.countersign_consent')}</p>
          {(['denyConsent', 'countersignConsent'] as const).map((command) => (
            <CommandButton
              key={command}
              command={command}
              preset={{ decisionId: owed.id }}
              variant={command === 'countersignConsent' ? 'primary' : 'secondary'}
              className="max-sm:min-h-12 max-sm:grow"
            >
              {commands(`label.${command}`)}
            </CommandButton>
          ))}
        </div>
      )}
      {mine && newest && (
        <div className="sticky bottom-16 z-20 flex flex-wrap items-center gap-2 border-t border-accent bg-accent-pale px-4 py-3 md:bottom-0">
          <p className="grow font-medium max-sm:basis-full">{t('yourDecision')}</p>
          {(['returnWording', 'approve'] as const).map((command) => (
            <CommandButton
              key={command}
              command={command}
              preset={{ wordingId: one.id, contentHash: newest.contentHash, stepId: mine.id }}
              variant={command === 'approve' ? 'primary' : 'secondary'}
              className="min-w-24 max-sm:min-h-12 max-sm:grow"
            >
              {commands(`label.${command}`)}
            </CommandButton>
          ))}
        </div>
      )}
    </article>
  );
}

/** The step a text waits at, whoever is to sign it. */
function waitingStep({ view: { state } }: Making, one: WordingRow): ApprovalStepRow | null {
  const run = state.approvalRuns.find((run) => run.wordingId === one.id && isUnderWay(run));
  return (
    state.approvalSteps.find((step) => step.runId === run?.id && step.state === 'open') ?? null
  );
}

/** What others may put on record of a step that waits: consent by phone, signed minutes. */
function RecordActs({
  page,
  step,
  version,
}: {
  page: Making;
  step: ApprovalStepRow;
  version: WordingVersionRow;
}) {
  const commands = useTranslations('commands');
  const { state, plan } = page.view;
  const wording = state.wordings.find((one) => one.id === version.wordingId);
  if (wording?.drafterIds.includes(page.actor.id)) return null;
  const run = state.approvalRuns.find((one) => one.id === step.runId);
  const byMinutes = planStepOf(state, plan.plan, step)?.signedMinutesAllowed === true;
  const acts: [FormCommand, boolean][] = [
    ['recordConsent', true],
    ['recordMinutes', byMinutes],
    ['releaseUrgently', run?.state === 'running' && urgentReleaseOf(plan.plan, run) !== null],
  ];
  const offered = acts.filter(([command, fits]) => fits && page.may(command));
  if (offered.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2 px-4 pb-3">
      {offered.map(([command]) => (
        <CommandButton
          key={command}
          command={command}
          preset={{
            wordingId: version.wordingId,
            contentHash: version.contentHash,
            stepId: step.id,
          }}
          size="sm"
        >
          {commands(`label.${command}`)}
        </CommandButton>
      ))}
    </div>
  );
}

/** What the sender of the newest run looked at, item by item. */
function Ticked({ page, wordingId }: { page: Making; wordingId: string }) {
  const t = useTranslations('incident');
  const run = page.view.state.approvalRuns.findLast((one) => one.wordingId === wordingId);
  const items = run?.ticked ?? [];
  if (!run || items.length === 0) return null;
  return (
    <details className="mt-3">
      <summary className="text-xs text-accent hover:underline">
        {t('ticked', { name: page.nameOf(run.submittedBy), count: items.length })}
      </summary>
      <ul className="mt-1 list-disc ps-5 text-soft">
        {items.map(({ key, zh, en }) => (
          <li key={key}>{page.locale === 'en' ? en : zh}</li>
        ))}
      </ul>
    </details>
  );
}

function Comparison({
  older,
  newer,
  isOpen,
}: {
  older: WordingVersionRow;
  newer: WordingVersionRow;
  isOpen: boolean;
}) {
  const t = useTranslations('incident');
  return (
    <details open={isOpen} className="mt-3">
      <summary className="text-xs text-accent hover:underline">
        {t('compare', { older: older.number, newer: newer.number })}
      </summary>
      <div className="mt-2 max-w-prose rounded-md bg-sunken p-3 text-sm">
        <Diff parts={diffWords(older.body ?? '', newer.body ?? '')} />
      </div>
    </details>
  );
}

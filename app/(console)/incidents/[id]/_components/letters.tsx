import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { can } from '@/lib/access/policy';
import type { CorrectionLetterRow } from '@/lib/incident/model';
import { Entry, EntryList } from './entry';
import { PromiseState } from './promise-state';
import type { Making } from './sheet-initial';

/** 更正函: what a medium was asked to put right, and what came of it. */
export function Letters({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const { correctionLetters } = page.view.state;
  return (
    <EntryList title={t('correctionLetters')} count={correctionLetters.length}>
      {correctionLetters.map((one) => (
        <Letter key={one.id} letter={one} page={page} />
      ))}
    </EntryList>
  );
}

function Letter({ letter, page }: { letter: CorrectionLetterRow; page: Making }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, words, nameOf } = page;
  const limit = view.state.deadlines.find((one) => one.refId === letter.id) ?? null;
  const { outcome } = letter;
  return (
    <Entry
      title={letter.outlet ?? ''}
      by={nameOf(letter.sentBy)}
      at={letter.sentAt}
      now={view.now}
      marks={
        <>
          <Badge>{words.option('letterDemand', letter.demand)}</Badge>
          {outcome && (
            <Badge tone={SETTLED.includes(outcome) ? 'green' : 'amber'}>
              {words.option('letterOutcome', outcome)}
            </Badge>
          )}
        </>
      }
      actions={
        <>
          {can(page.actor, 'document:export', view.target) && (
            <Link
              href={`/incidents/${view.state.incident.id}/documents?kind=correction_letter&ref=${letter.id}`}
              prefetch={false}
              className={buttonClass({ size: 'sm' })}
            >
              {t('letterDocument')}
            </Link>
          )}
          {!outcome && page.may('recordCorrectionReply') && (
            <CommandButton
              command="recordCorrectionReply"
              preset={{ letterId: letter.id }}
              size="sm"
            >
              {commands('label.recordCorrectionReply')}
            </CommandButton>
          )}
        </>
      }
    >
      <p>{t('letterWrong', { what: letter.wrong ?? '' })}</p>
      <p>{t('letterFact', { what: letter.fact ?? '' })}</p>
      <div className="text-xs text-faint">
        <p>{t('signedBy', { name: letter.signatory ?? '' })}</p>
        {letter.articleUrl && <p className="break-all">{letter.articleUrl}</p>}
        {letter.replyDueAt && (
          <p>
            {t('letterReply')}{' '}
            <PromiseState limit={limit} promisedAt={letter.replyDueAt} now={view.now} />
          </p>
        )}
        {letter.answeredAt && (
          <p>
            {[letter.answer, letter.answerUrl].filter(Boolean).join(' · ')}{' '}
            {nameOf(letter.answeredBy)} <Time at={letter.answeredAt} now={view.now} />
          </p>
        )}
      </div>
    </Entry>
  );
}

const SETTLED: readonly string[] = ['corrected', 'clarified', 'response_published'];

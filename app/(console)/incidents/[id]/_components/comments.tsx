import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import type { WordingRemarkRow } from '@/lib/incident/model';
import { type Passage, placeOf } from '@/lib/incident/passages';
import type { Making } from './sheet-initial';

/** An open comment with its place in the newest version; null = that passage was changed. */
export interface PlacedComment {
  comment: WordingRemarkRow;
  place: Passage | null;
}

/** Open comments on a text in the order in which their passages stand, changed ones last. */
export function placedComments(page: Making, wordingId: string, body: string): PlacedComment[] {
  return page.view.state.wordingRemarks
    .filter((one) => one.wordingId === wordingId && one.kind === 'comment' && !one.settledAt)
    .map((comment) => ({ comment, place: placeOf(comment, body) }))
    .sort((a, b) => (a.place?.from ?? Infinity) - (b.place?.from ?? Infinity));
}

/** 批注: what was said about passages of a text, answers, and what is settled. */
export function Comments({
  page,
  wordingId,
  placed,
  isFirst = false,
}: {
  page: Making;
  wordingId: string;
  placed: readonly PlacedComment[];
  /** Nothing stands above it that a line has to set it off from. */
  isFirst?: boolean;
}) {
  const t = useTranslations('incident');
  const settled = page.view.state.wordingRemarks.filter(
    (one) => one.wordingId === wordingId && one.kind === 'comment' && one.settledAt,
  );
  if (placed.length + settled.length === 0) return null;
  return (
    <section
      aria-label={t('comments.title')}
      className={isFirst ? undefined : 'mt-4 border-t border-line pt-3'}
    >
      <h4 className="flex items-center gap-2 font-medium">
        {t('comments.title')}
        {placed.length > 0 && (
          <Badge tone="amber">{t('comments.open', { count: placed.length })}</Badge>
        )}
      </h4>
      <ol className="mt-2 space-y-3">
        {placed.map(({ comment, place }, index) => (
          <Comment
            key={comment.id}
            page={page}
            comment={comment}
            number={index + 1}
            isChanged={place === null}
          />
        ))}
      </ol>
      {settled.length > 0 && (
        <details className="mt-3">
          <summary className="text-xs text-accent hover:underline">
            {t('comments.settled', { count: settled.length })}
          </summary>
          <ol className="mt-2 space-y-3">
            {settled.map((comment) => (
              <Comment key={comment.id} page={page} comment={comment} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function Comment({
  page,
  comment,
  number,
  isChanged = false,
}: {
  page: Making;
  comment: WordingRemarkRow;
  number?: number;
  isChanged?: boolean;
}) {
  const t = useTranslations('incident');
  const answers = page.view.state.wordingRemarks.filter((one) => one.onId === comment.id);
  const may = (command: 'answerRemark' | 'settleRemark') =>
    page.may(command) &&
    (command === 'answerRemark' || comment.writtenBy === page.actor.id || answers.length > 0);
  const { settledBy } = comment;
  return (
    <li id={`comment-${comment.id}`} className="rounded-md border border-line bg-canvas p-3">
      <blockquote className="flex flex-wrap items-baseline gap-2 text-soft">
        {number !== undefined && (
          <span className="font-medium text-amber" title={t('comments.number', { number })}>
            {number}
          </span>
        )}
        <span className="min-w-0 border-s-2 border-amber-mark ps-2 break-words">
          {comment.quote ?? '—'}
        </span>
        {isChanged && <Badge tone="amber">{t('comments.changed')}</Badge>}
      </blockquote>
      <Said page={page} remark={comment} />
      {answers.length > 0 && (
        <div className="ms-4 border-s border-line ps-3">
          {answers.map((answer) => (
            <Said key={answer.id} page={page} remark={answer} />
          ))}
        </div>
      )}
      {settledBy ? (
        <p className="mt-1 text-xs text-green">
          {t('comments.settledBy', { name: page.nameOf(settledBy) })}
        </p>
      ) : (
        <div className="mt-2 flex flex-wrap gap-2 empty:hidden">
          {may('answerRemark') && (
            <CommandButton command="answerRemark" preset={{ commentId: comment.id }} size="sm">
              {t('comments.answer')}
            </CommandButton>
          )}
          {may('settleRemark') && (
            <CommandButton command="settleRemark" preset={{ commentId: comment.id }} size="sm">
              {t('comments.settle')}
            </CommandButton>
          )}
        </div>
      )}
    </li>
  );
}

function Said({ page, remark }: { page: Making; remark: WordingRemarkRow }) {
  const t = useTranslations('incident');
  return (
    <div className="mt-1.5">
      <p className="break-words whitespace-pre-wrap">{remark.content ?? '—'}</p>
      <p className="text-xs text-faint">
        {page.nameOf(remark.writtenBy)} <Time at={remark.writtenAt} now={page.view.now} />{' '}
        {t('comments.on', { version: remark.versionNumber })}
      </p>
    </div>
  );
}

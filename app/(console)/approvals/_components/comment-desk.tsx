import { useTranslations } from 'next-intl';
import { CommentableText } from '../../incidents/[id]/_components/commentable-text';
import { Comments, placedComments } from '../../incidents/[id]/_components/comments';
import type { Making } from '../../incidents/[id]/_components/sheet-initial';

interface Props {
  page: Making;
  wordingId: string;
}

const newestOf = ({ view }: Making, wordingId: string) =>
  view.state.wordingVersions
    .filter((one) => one.wordingId === wordingId)
    .reduce((last, one) => (one.number > last.number ? one : last));

/** The text to be signed, on whose passages the signer may comment without leaving the page. */
export function TextToSign({ page, wordingId }: Props) {
  const newest = newestOf(page, wordingId);
  const placed = placedComments(page, wordingId, newest.body ?? '');
  return <CommentableText page={page} newest={newest} placed={placed} />;
}

/** What was said about it: open comments with their answers, and what is settled. */
export function CommentsToSign({ page, wordingId }: Props) {
  const t = useTranslations('approvals');
  const placed = placedComments(page, wordingId, newestOf(page, wordingId).body ?? '');
  return (
    <div className="border-t border-line px-4 py-3">
      {placed.length === 0 && <p className="text-soft">{t('comments.none')}</p>}
      <Comments page={page} wordingId={wordingId} placed={placed} isFirst={placed.length > 0} />
    </div>
  );
}

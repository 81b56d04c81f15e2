import { useTranslations } from 'next-intl';
import { PassageText } from '@/components/incident/passage-text';
import type { WordingVersionRow } from '@/lib/incident/model';
import type { PlacedComment } from './comments';
import type { Making } from './sheet-initial';

/** The newest version of a text with what was said about its passages, and the ways to say more. */
export function CommentableText({
  page,
  newest,
  placed,
}: {
  page: Making;
  newest: WordingVersionRow | undefined;
  placed: readonly PlacedComment[];
}) {
  const t = useTranslations('incident');
  const wording = page.view.state.wordings.find((one) => one.id === newest?.wordingId);
  const mayComment = page.may('remarkOnWording') && wording?.state !== 'withdrawn';
  return (
    <PassageText
      body={newest?.body ?? ''}
      target={
        newest && mayComment
          ? { wordingId: newest.wordingId, contentHash: newest.contentHash }
          : null
      }
      marks={placed.flatMap(({ comment, place }) => (place ? [{ ...place, id: comment.id }] : []))}
      texts={{
        hint: t('comments.hint'),
        bySentence: t('comments.bySentence'),
        endSentences: t('comments.endSentences'),
        chosen: t('comments.chosen'),
        sentence: t('comments.sentence', { sentence: '{sentence}' }),
      }}
    />
  );
}

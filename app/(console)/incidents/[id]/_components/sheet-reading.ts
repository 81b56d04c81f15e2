import type { FormCommand } from '@/components/incident/form-types';
import type { Sheet } from '@/components/incident/sheet';
import { minutedSteps } from '@/lib/incident/commands/minuting';
import { consentsOwedBy, openDenials } from '@/lib/incident/consent';
import type { IncidentState } from '@/lib/incident/model';
import type { Making } from './sheet-initial';

type Reading = Sheet['reading'];
type Seen = { wordingId: string | undefined; contentHash: string | undefined };

/** These are decided with the words before the eyes. */
const OF_TEXT: readonly FormCommand[] = [
  'approve',
  'returnWording',
  'recordConsent',
  'recordMinutes',
  'releaseUrgently',
];

/** The text a decision is about. */
export function readingOf(
  type: FormCommand,
  preset: Record<string, string>,
  { view: { state }, actor }: Making,
): Reading {
  const seen = { wordingId: preset.wordingId, contentHash: preset.contentHash };
  if (OF_TEXT.includes(type)) return textOf(state, seen);
  if (type === 'countersignConsent' || type === 'denyConsent' || type === 'settleDenial') {
    const among = type === 'settleDenial' ? openDenials(state) : consentsOwedBy(state, actor.id);
    const agreed = among.find((one) => one.id === preset.decisionId) ?? among[0];
    const text = agreed && textOf(state, agreed);
    const said = agreed?.wordsRead;
    return text && said ? { ...text, text: `${text.text}\n\n— ${said}` } : text;
  }
  if (type === 'objectMinutes') {
    const [first] = minutedSteps(state, actor.id);
    const stepId = preset.stepId ?? first?.id;
    const signed = state.approvalDecisions.find(
      (one) => one.stepId === stepId && one.how === 'minutes' && one.voidedAt === null,
    );
    const text = signed && textOf(state, signed);
    return text && { ...text, text: `${text.text}\n\n— ${signed.wordsRead ?? ''}` };
  }
  if (type === 'publish' && preset.copyId) {
    const copy = state.wordingCopies.find((one) => one.id === preset.copyId);
    return copy ? { title: '', text: copy.words ?? '' } : undefined;
  }
  if (type === 'remarkOnWording') {
    const passage = versionOf(state, seen)?.body?.slice(Number(preset.from), Number(preset.to));
    return passage ? { title: '', text: passage } : undefined;
  }
  if (type === 'answerRemark' || type === 'settleRemark') {
    const comment = state.wordingRemarks.find((one) => one.id === preset.commentId);
    return comment ? { title: `“${comment.quote ?? ''}”`, text: comment.content ?? '' } : undefined;
  }
  if (type !== 'approveReview') return undefined;
  const review = state.reviews.find((one) => one.id === preset.reviewId);
  const parts = [
    review?.course,
    review?.timeliness,
    review?.causeNote,
    review?.effect,
    review?.lessons,
    review?.planChanges,
  ];
  return review ? { title: '', text: parts.filter(Boolean).join('\n\n') } : undefined;
}

const versionOf = ({ wordingVersions }: IncidentState, { wordingId, contentHash }: Seen) =>
  wordingVersions.find((one) => one.wordingId === wordingId && one.contentHash === contentHash);

function textOf(state: IncidentState, seen: Seen): Reading {
  const wording = state.wordings.find((one) => one.id === seen.wordingId);
  const version = versionOf(state, seen);
  return wording && version
    ? { title: `${wording.title ?? ''} · v${version.number}`, text: version.body ?? '' }
    : undefined;
}

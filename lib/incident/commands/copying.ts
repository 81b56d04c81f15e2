import { z } from 'zod';
import { composeCopy, OWN_LINE_MAX, tooLong, wholeCopy } from '@/lib/wording/copies';
import { COPY_PLATFORMS, limitsOf } from '@/lib/wording/platforms';
import { contentHash } from '../content-hash';
import { command, whileOpen } from '../definition';
import { id, optionalLink, optionalText } from '../input';
import type { IncidentState, WordingCopyRow } from '../model';
import { refuse } from '../refusal';
import { isPublicKind } from '../stages';
import { checkWording } from '../wording-checks';
import { requireApproved } from './speaking-rules';
import { currentVersion, liveRun } from './wording';

const line = optionalText(OWN_LINE_MAX).refine((text) => !text?.includes('\n'), {
  message: 'is one line',
});
const place = z.union([
  z.int().min(0),
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
]);

/**
 * 分平台版本: the approved text as one platform takes it. It may leave out whole paragraphs and the
 * title, and add one line before, one after and an address; anything else is a new text and needs its
 * own approval.
 */
export const makeCopy = command({
  input: z.strictObject({
    wordingId: id,
    platform: z.enum(COPY_PLATFORMS),
    withTitle: z.boolean().default(true),
    /** Paragraphs that stay, by their place from 0. */
    kept: z.array(place).min(1).max(500),
    head: line,
    foot: line,
    link: optionalLink,
  }),
  offered: (state) =>
    whileOpen(state) &&
    state.wordings.some((one) => one.state === 'approved' && isPublicKind(one.kind)),
  decide(decision, { wordingId, platform, ...recipe }) {
    const { wording, run, version } =
      requireApproved(decision, wordingId) ?? refuse('wording_not_approved', { state: 'none' });
    const approved = { title: wording.title, body: version.body ?? '' };
    const copy = composeCopy(approved, recipe) ?? refuse('passage_not_there', { length: 0 });
    const { listedWords: words = [], copyLimits = limitsOf(null) } = decision.context;
    const own = [recipe.head, recipe.foot].filter(Boolean).join('\n');
    const errors = checkWording(own, false, { words }).filter((one) => one.severity === 'error');
    decision.refuseIf(errors.length > 0, 'wording_not_ready', {
      found: [...new Set(errors.map(({ code }) => code))],
    });
    const over = tooLong(copy, copyLimits[platform]);
    if (over) refuse('copy_too_long', over);
    decision.emit('wording.copied', {
      id: decision.newId(),
      wordingId,
      approvalRunId: run.id,
      contentHash: version.contentHash,
      copyHash: contentHash({ platform, ...copy }),
      platform,
      kept: [...new Set(recipe.kept)].sort((a, b) => a - b),
      madeBy: decision.me,
      madeAt: decision.now,
      text: { words: wholeCopy(copy) },
    });
  },
});

/** Copies of the text as it is approved now, the newest of each platform; older ones hold no more. */
export function copiesInForce(state: IncidentState, wordingId: string): WordingCopyRow[] {
  const wording = state.wordings.find((one) => one.id === wordingId);
  const run = liveRun(state, wordingId);
  if (!wording || run?.state !== 'approved') return [];
  const { contentHash: hash } = currentVersion(state, wording);
  const own = state.wordingCopies.filter(
    (one) => one.wordingId === wordingId && one.contentHash === hash && run.contentHash === hash,
  );
  return own.filter(
    (one, index) => !own.slice(index + 1).some((later) => later.platform === one.platform),
  );
}

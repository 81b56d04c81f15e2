import { z } from 'zod';
import type { ResponsePlan } from '@/lib/plan/schema';
import { RELEASE_LIMIT } from '../consent';
import { command } from '../definition';
import { text } from '../input';
import type { ApprovalRunRow } from '../model';
import { openAgreedDeadline } from '../opening';
import { refuse } from '../refusal';
import { isPublicKind } from '../stages';
import { checkWording } from '../wording-checks';
import { refuseIfRecused } from './duties';
import { seenText } from './seen-text';
import { currentVersion } from './wording';

const HOUR_MS = 3_600_000;

/** What the plan says of letting a text of this run out early; null = it never may. */
export const urgentReleaseOf = (
  plan: ResponsePlan,
  { chainKey }: Pick<ApprovalRunRow, 'chainKey'>,
) => plan.chains.find((one) => one.key === chainKey)?.urgentRelease ?? null;

/**
 * 紧急发布: where the plan's chain has it, a leader lets a text out before its chain is complete, with
 * a reason. It holds for this very text alone, whose checks still pass; the steps that are left are
 * signed afterwards, within hours that are a time limit.
 */
export const releaseUrgently = command({
  input: z.strictObject({ ...seenText, reason: text(1000) }),
  offered: (state, _actor, plan) =>
    state.approvalRuns.some((one) => one.state === 'running' && urgentReleaseOf(plan, one)),
  decide(decision, { wordingId, contentHash, reason }) {
    const { state, context, me, now } = decision;
    const wording = decision.find('wordings', wordingId);
    decision.refuseIf(wording.drafterIds.includes(me), 'drafter_may_not_approve');
    refuseIfRecused(decision);
    decision.refuseIf(!isPublicKind(wording.kind), 'internal_line_not_public');
    const version = currentVersion(state, wording);
    const isSeen = version.contentHash === contentHash;
    decision.refuseIf(!isSeen, 'content_changed', { version: version.number });
    const run = state.approvalRuns.find(
      (one) => one.wordingId === wordingId && one.state === 'running',
    );
    if (!run) return refuse('approval_not_running', { state: wording.state });
    const allowed = urgentReleaseOf(context.plan, run) ?? refuse('urgent_release_not_allowed');
    const { listedWords: words = [] } = context;
    const findings = checkWording(version.body ?? '', true, {
      title: wording.title,
      words,
      items: [],
    });
    const errors = findings.filter(({ severity }) => severity === 'error');
    decision.refuseIf(errors.length > 0, 'wording_not_ready', {
      found: [...new Set(errors.map(({ code }) => code))],
    });
    decision.emit('wording.released', {
      id: run.id,
      wordingId,
      contentHash,
      releasedBy: me,
      releasedAt: now,
      text: { releaseReason: reason },
    });
    openAgreedDeadline(decision, {
      key: RELEASE_LIMIT,
      basis: 'countersign',
      refId: run.id,
      ownerRole: 'leader',
      ownerUnitId: null,
      target: 'leader',
      dueAt: new Date(Date.parse(now) + allowed.countersignHours * HOUR_MS).toISOString(),
    });
  },
});

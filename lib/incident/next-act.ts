import { calmFinding } from '@/lib/followup/calm';
import type { ResponsePlan } from '@/lib/plan/schema';
import { isStepFor, isUnderWay } from './approval-steps';
import type { CommandType } from './commands';
import { isTheirs, waitsFor } from './commands/feeding-back';
import { consentsOwedBy, DENIAL_LIMIT, PHONE_LIMIT, RELEASE_LIMIT } from './consent';
import type { Actor } from './context';
import type { DeadlineRow, IncidentState } from './model';
import { isPublicKind, type MissingFact } from './stages';

/** What there is to do next on an incident, for one person. */
export interface NextAct {
  /** Key of the sentence; `wait_…` when it is somebody else's turn. */
  key: string;
  command: CommandType | null;
  /** Fields the form starts with. */
  preset: Record<string, string>;
  /** The time limit it serves. */
  deadline: DeadlineRow | null;
}

export interface NextActContext {
  state: IncidentState;
  plan: ResponsePlan;
  actor: Pick<Actor, 'id' | 'orgId' | 'unitId' | 'roles'>;
  allowed: readonly CommandType[];
  missing: readonly MissingFact[];
  /** Business time, UTC. */
  now: string;
}

type Found = Pick<NextAct, 'key' | 'command'> & { preset?: Record<string, string> };

/**
 * The one next thing this person can do: a decision that waits for them, then a time limit that is
 * late or in its last quarter, then what the next stage lacks, then any other time limit. Where
 * nothing is theirs it says what the incident waits for. Pure; offers only allowed commands.
 */
export function nextAct(context: NextActContext): NextAct {
  const { state, allowed, now } = context;
  const may = (found: Found | null) => !!found?.command && allowed.includes(found.command);
  const open = state.deadlines
    .filter((one) => one.state === 'open' || one.state === 'breached')
    .filter((one) => !one.explainedReason && !one.pausedAt)
    .sort((a, b) => (a.dueAt ?? now).localeCompare(b.dueAt ?? now));
  const serving = open.flatMap((deadline) => {
    const act = actForDeadline(deadline, context);
    return may(act) ? [{ act, deadline }] : [];
  });
  const urgent = serving.find(({ deadline }) => isPressing(deadline, now));
  const stage = context.missing.map((fact) => actForMissing(fact, context));
  const candidates: [Found | null | undefined, DeadlineRow | null][] = [
    [decisions(context).find(may), null],
    [urgent?.act, urgent?.deadline ?? null],
    [stage.find(may), null],
    [serving[0]?.act, serving[0]?.deadline ?? null],
    [state.incident.stage === 'closed' ? { key: 'archive', command: 'archive' } : null, null],
  ];
  const first = candidates.find(([found]) => found && may(found));
  if (first?.[0]) {
    const [{ key, command, preset = {} }, deadline] = first;
    const served = deadline ?? serving.find(({ act }) => act?.command === command)?.deadline;
    return { key, command, preset, deadline: served ?? null };
  }
  return { key: waitKey(context), command: null, preset: {}, deadline: open[0] ?? null };
}

/** Late, or in the last quarter of its time. */
function isPressing({ dueAt, startedAt }: DeadlineRow, now: string): boolean {
  if (dueAt === null) return true;
  const whole = Date.parse(dueAt) - Date.parse(startedAt);
  return Date.parse(dueAt) - Date.parse(now) <= whole / 4;
}

/** Decisions that wait for this very person, gravest first. */
function decisions({ state, actor }: NextActContext): Found[] {
  const isRunning = (runId: string) =>
    state.approvalRuns.some((one) => one.id === runId && isUnderWay(one));
  const step = state.approvalSteps.find(
    (one) =>
      one.state === 'open' &&
      isRunning(one.runId) &&
      isStepFor(state, one, actor) &&
      !state.approvalDecisions.some(
        (done) => done.stepId === one.id && done.personId === actor.id && done.voidedAt === null,
      ),
  );
  const run = state.approvalRuns.find((one) => one.id === step?.runId);
  const [consent] = consentsOwedBy(state, actor.id);
  const matter = state.matterReports.find(
    (one) => !one.countersignedAt && one.reportedBy !== actor.id,
  );
  // A category set later takes the place of a proposal.
  const category = state.categorisations
    .slice(-1)
    .find((one) => one.state === 'proposed' && one.proposedBy !== actor.id);
  const silence = state.nonPublications.find(
    (one) => one.state === 'proposed' && one.proposedBy !== actor.id,
  );
  const review = state.reviews.find((one) => one.state === 'draft' && one.writtenBy !== actor.id);
  const unsigned = state.assignments.find((one) => waitsFor(one, actor.id));
  const issued = state.assignments.find((one) => one.state === 'issued' && isTheirs(one, actor));
  const owed = state.assignments.find(
    (one) => (one.state === 'accepted' || one.state === 'returned') && isTheirs(one, actor),
  );
  return [
    ...(run && step
      ? [
          {
            key: 'approve',
            command: 'approve' as const,
            preset: { wordingId: run.wordingId, contentHash: run.contentHash, stepId: step.id },
          },
        ]
      : []),
    ...(consent
      ? [
          {
            key: 'countersign_consent',
            command: 'countersignConsent' as const,
            preset: { decisionId: consent.id },
          },
        ]
      : []),
    ...(matter
      ? [
          {
            key: 'countersign_matter',
            command: 'countersignMatter' as const,
            preset: { matterReportId: matter.id },
          },
        ]
      : []),
    ...(state.incident.dismissalProposedAt
      ? [{ key: 'confirm_dismissal', command: 'confirmDismissal' as const }]
      : []),
    ...(category
      ? [
          {
            key: 'confirm_category',
            command: 'confirmCategory' as const,
            preset: { categorisationId: category.id },
          },
        ]
      : []),
    ...(silence
      ? [
          {
            key: 'approve_silence',
            command: 'approveNonPublication' as const,
            preset: { nonPublicationId: silence.id },
          },
        ]
      : []),
    ...(review
      ? [
          {
            key: 'approve_review',
            command: 'approveReview' as const,
            preset: { reviewId: review.id, contentHash: review.contentHash },
          },
        ]
      : []),
    ...(unsigned
      ? [
          {
            key: 'sign_feedback',
            command: 'signFeedback' as const,
            preset: { assignmentId: unsigned.id },
          },
        ]
      : []),
    ...(issued
      ? [
          {
            key: 'accept_assignment',
            command: 'acceptAssignment' as const,
            preset: { assignmentId: issued.id },
          },
        ]
      : []),
    ...(owed
      ? [
          {
            key: owed.state === 'returned' ? 'feed_back_again' : 'feed_back',
            command: 'feedBack' as const,
            preset: { assignmentId: owed.id },
          },
        ]
      : []),
  ];
}

/** Whoever has had no report yet gets the initial one, whatever others were told. */
export function nextReportKind(
  { reports }: Pick<IncidentState, 'reports'>,
  target: string,
): 'initial' | 'update' {
  const isTold = reports.some((one) => one.kind === 'initial' && one.target === target);
  return isTold ? 'update' : 'initial';
}

/** What meets the limits of an order to a unit. */
const ORDER_LIMITS: Record<string, Pick<Found, 'key' | 'command'>> = {
  assignment_acceptance: { key: 'accept_assignment', command: 'acceptAssignment' },
  assignment_feedback: { key: 'feed_back', command: 'feedBack' },
  citizen_promise: { key: 'keep_promise', command: 'keepPromise' },
};

/** What would meet a time limit. */
function actForDeadline(deadline: DeadlineRow, context: NextActContext): Found | null {
  const { key, refId } = deadline;
  // A signature is a decision of those it waits for, and nothing others could do for them.
  if (key === 'approval_step') return null;
  if (key === PHONE_LIMIT || key === RELEASE_LIMIT) return null;
  if (key === DENIAL_LIMIT) {
    return {
      key: 'settle_denial',
      command: 'settleDenial',
      preset: refId ? { decisionId: refId } : {},
    };
  }
  if (key === 'notice_countersign') {
    return {
      key: 'countersign_notice',
      command: 'countersignPlatformNotice',
      preset: refId ? { noticeId: refId } : {},
    };
  }
  if (key === 'notify_authorities') {
    return {
      key: 'notify_authorities',
      command: 'sendReport',
      preset: { target: 'authority', kind: 'initial' },
    };
  }
  if (key.startsWith('report')) {
    const target =
      deadline.target === 'leader' || deadline.target === 'superior' ? deadline.target : 'superior';
    const kind = nextReportKind(context.state, target);
    return { key: 'report_up', command: 'sendReport', preset: { target, kind } };
  }
  if (key === 'first_response')
    return { key: 'first_response', command: 'reply', preset: { kind: 'first' } };
  if (key === 'media_answer') {
    return {
      key: 'media_answer',
      command: 'answerMediaEnquiry',
      preset: refId ? { enquiryId: refId } : {},
    };
  }
  if (key === 'instruction_reply') {
    return {
      key: 'instruction_reply',
      command: 'answerInstruction',
      preset: refId ? { instructionId: refId } : {},
    };
  }
  if (key === 'correction_reply') {
    const preset = refId ? { letterId: refId } : {};
    return { key: 'correction_reply', command: 'recordCorrectionReply', preset };
  }
  if (key === 'call_back') {
    const preset = refId ? { replyId: refId } : {};
    return { key: 'call_back', command: 'recordCallBack', preset };
  }
  if (key === 'next_update' || key === 'promised_answer') {
    const act = actForAnswer(context);
    const link = act.command === 'publish' ? 'continuesId' : 'keepsId';
    const isWay = act.command === 'publish' || act.command === 'reply';
    const fits = (link === 'continuesId') === (key === 'next_update');
    return isWay && fits && refId ? { ...act, preset: { ...act.preset, [link]: refId } } : act;
  }
  const ofOrder = ORDER_LIMITS[key];
  if (ofOrder) return { ...ofOrder, preset: refId ? { assignmentId: refId } : {} };
  return actForAnswer(context);
}

/** The way to a public answer: draft, approval, publication. */
function actForAnswer({ state, allowed }: NextActContext): Found {
  const live = state.wordings.filter((one) => isPublicKind(one.kind));
  const used = new Set([
    ...state.publications.map((one) => one.wordingId),
    ...state.replies.flatMap((one) => one.wordingId ?? []),
  ]);
  const ready = live.find((one) => one.state === 'approved' && !used.has(one.id));
  if (ready) {
    const preset = { wordingId: ready.id };
    const answers = ready.kind === 'reply' && allowed.includes('reply');
    return answers
      ? { key: 'reply_formal', command: 'reply', preset: { ...preset, kind: 'formal' } }
      : { key: 'publish', command: 'publish', preset };
  }
  const draft = live.find((one) => one.state === 'draft');
  if (draft)
    return { key: 'submit_wording', command: 'submitWording', preset: { wordingId: draft.id } };
  const returned = live.find((one) => one.state === 'returned');
  if (returned) {
    return { key: 'revise_wording', command: 'reviseWording', preset: { wordingId: returned.id } };
  }
  if (live.some((one) => one.state === 'submitted')) return { key: 'wait_approval', command: null };
  const kind = state.incident.category === 'inquiry' ? 'reply' : 'statement';
  return { key: 'draft_wording', command: 'draftWording', preset: { kind } };
}

/** What would supply a missing fact. */
function actForMissing(fact: MissingFact, context: NextActContext): Found | null {
  const { state, allowed, plan, now } = context;
  const { incident } = state;
  switch (fact) {
    case 'report_up':
      return {
        key: 'report_up',
        command: 'sendReport',
        preset: { target: 'superior', kind: nextReportKind(state, 'superior') },
      };
    case 'initial_report':
    case 'report_unsent':
      return {
        key: 'report_up',
        command: 'sendReport',
        preset: { kind: fact === 'initial_report' ? 'initial' : 'update' },
      };
    case 'grade_decided':
      if (allowed.includes('decideGrade')) return { key: 'decide_grade', command: 'decideGrade' };
      if (allowed.includes('present') && !incident.proposedGrade)
        return { key: 'present', command: 'present' };
      return incident.provisionalGrade
        ? null
        : { key: 'provisional_grade', command: 'setProvisionalGrade' };
    case 'assessment':
      return { key: 'assess', command: 'assess' };
    case 'plan_activated':
    case 'lead_unit':
    case 'offline_owner':
    case 'online_owner':
      return { key: 'activate', command: 'activate' };
    case 'facts_verified': {
      const lead = state.assignments.find((one) => one.isLead);
      if (!lead) return { key: 'assign', command: 'assign' };
      return null;
    }
    case 'public_answer':
      return actForAnswer(context);
    case 'calm_confirmed':
      return calmFinding(plan.calm, state.samples, now).isFlat
        ? { key: 'confirm_calm', command: 'confirmCalm' }
        : { key: 'record_sample', command: 'recordSample' };
    case 'review_approved':
      return state.reviews.some((one) => one.state === 'draft' && one.round === incident.round)
        ? null
        : { key: 'write_review', command: 'writeReview' };
    case 'matter_resolved':
      return { key: 'confirm_resolved', command: 'confirmResolved' };
    case 'obligations_met':
      return { key: 'explain_deadline', command: 'explainDeadline' };
    case 'closing_decision':
      return { key: 'close', command: 'close' };
    case 'actions_owned':
      return null;
  }
}

/** Whom or what the incident waits for when this person has nothing to do. */
function waitKey(context: NextActContext): string {
  const { state, missing } = context;
  const { stage, dismissalProposedAt } = state.incident;
  if (stage === 'closed' || stage === 'archived' || stage === 'dismissed') return `wait_${stage}`;
  if (dismissalProposedAt) return 'wait_dismissal';
  if (missing.includes('facts_verified') && state.assignments.some((one) => one.isLead)) {
    return 'wait_feedback';
  }
  if (
    missing.includes('public_answer') &&
    state.wordings.some((one) => one.state === 'submitted')
  ) {
    return 'wait_approval';
  }
  return missing[0] ? `wait_${missing[0]}` : 'wait_nothing';
}

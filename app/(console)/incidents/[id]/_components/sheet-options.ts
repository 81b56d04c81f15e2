import type { RowSource } from '@/components/incident/form-types';
import type { SheetOption } from '@/components/incident/sheet';
import { formatDate, formatMoment } from '@/lib/i18n/format';
import { isUnderWay, planStepOf } from '@/lib/incident/approval-steps';
import { isOwed } from '@/lib/incident/assignment-limits';
import { copiesInForce } from '@/lib/incident/commands/copying';
import { isPromiseOpen, isTheirs, waitsFor } from '@/lib/incident/commands/feeding-back';
import { isExplainable } from '@/lib/incident/explaining';
import { GRADES } from '@/lib/incident/keys';
import type { AssignmentRow, DeadlineRow, IncidentState, WordingRow } from '@/lib/incident/model';
import { mayPause } from '@/lib/incident/pausing';
import { isAddressedTo } from '@/lib/incident/receiving';
import { reportName } from '@/lib/incident/report-names';
import { isPublicKind } from '@/lib/incident/stages';
import { itemsToTick } from '@/lib/incident/submission-list';
import { tellingsOf } from '@/lib/incident/telling';
import { paragraphsOf } from '@/lib/wording/copies';
import type { PageContext } from './context';
import { consentOptions } from './sheet-options-consent';
import { guardOptions } from './sheet-options-guards';
import { speakingOptions } from './sheet-options-speaking';
import type { Words } from './words';

export interface Making extends PageContext {
  words: Words;
  planVersions?: SheetOption[];
  /** What the button that opened the form said. */
  preset?: Readonly<Record<string, string>>;
}

const isPending = (one: DeadlineRow) => one.state === 'open' || one.state === 'breached';

/** Roles in which people of institutions below join a working group. */
const BELOW: readonly string[] = ['handler', 'monitor'];

/** Choices that are rows of this incident or of its institution. */
export const rowOptions: Record<RowSource, (making: Making) => SheetOption[]> = {
  actingOpen: ({ view, words, nameOf }) =>
    view.state.standIns
      .filter((one) => one.kind === 'acting' && !one.countersignedAt)
      .map((one) => ({
        value: one.id,
        label: `${words.option('actingAct', one.act)} · ${nameOf(one.personId)}`,
      })),
  accountabilityOpen: ({ view }) =>
    view.state.accountability
      .filter((one) => one.answeredAt === null)
      .map((one) => ({ value: one.id, label: `${one.body ?? ''} · ${one.number ?? ''}` })),
  bodiesToTell: ({ view, locale }) =>
    tellingsOf(view.plan.plan, view.state).map(({ key, label }) => ({
      value: key,
      label: locale === 'en' ? label.en : label.zh,
    })),
  unitPromisesOpen: (making) =>
    assignments(
      making,
      (one) =>
        isPromiseOpen(one) &&
        (isTheirs(one, making.actor) || making.actor.orgId === making.view.state.incident.orgId),
    ),
  acknowledgements: ({ view, words, locale }) =>
    view.directory.acknowledgements
      .filter((one) => one.agreedAt <= view.now && view.now < one.validUntil)
      .map(({ key, name, text, contentHash, validUntil }) => ({
        value: key,
        label: text,
        hint: words.agreedUntil(name ?? key, formatDate(validUntil, view.now, locale)),
        data: { acknowledgementHash: contentHash },
      })),
  accounts: speakingOptions.accounts,
  actionsOpen: ({ view }) =>
    view.state.correctiveActions
      .filter((one) => !one.doneAt)
      .map((one) => ({ value: one.id, label: short(one.content) })),
  approvedAnswers: (making) =>
    wordings(making, (one) => one.state === 'approved' && isPublicKind(one.kind)),
  approvedPublic: (making) =>
    wordings(
      making,
      (one) =>
        isPublicKind(one.kind) &&
        (one.state === 'approved' ||
          making.view.state.approvalRuns.some(
            (run) => run.wordingId === one.id && run.state === 'released',
          )),
    ),
  approvedReplies: (making) =>
    wordings(making, (one) => one.state === 'approved' && isPublicKind(one.kind)),
  assignmentsDue: (making) => assignments(making, isOwed),
  assignmentsFedBack: (making) => assignments(making, (one) => one.state === 'fed_back'),
  assignmentsReturnable: (making) =>
    assignments(making, (one) => one.state === 'fed_back' || waitsFor(one, making.actor.id)),
  assignmentsToSign: (making) => assignments(making, (one) => waitsFor(one, making.actor.id)),
  categorisationsProposed: ({ view, words, nameOf }) =>
    view.state.categorisations
      .filter((one) => one.state === 'proposed')
      .map((one) => ({
        value: one.id,
        label: `${words.option('category', one.category)} · ${nameOf(one.proposedBy)}`,
      })),
  consentsOwed: consentOptions.consentsOwed,
  denialsOpen: consentOptions.denialsOpen,
  minutedSteps: consentOptions.minutedSteps,
  stepSigners: consentOptions.stepSigners,
  stepVoters: consentOptions.stepVoters,
  deadlinesExtendable: (making) =>
    deadlines(making, (one) => isPending(one) && one.hardMaxAt !== null),
  deadlinesOpen: (making) => deadlines(making, isPending),
  deadlinesPausable: (making) => deadlines(making, (one) => mayPause(one, making.view.plan.plan)),
  deadlinesPaused: (making) => deadlines(making, (one) => one.pausedAt !== null),
  deadlinesToAcknowledge: (making) =>
    deadlines(making, (one) => isPending(one) && !one.acknowledgedAt && one.stepsDone > 0),
  deadlinesToExplain: (making) => deadlines(making, isExplainable),
  enquiriesOpen: ({ view }) =>
    view.state.mediaEnquiries
      .filter((one) => !one.answeredAt)
      .map((one) => ({ value: one.id, label: `${one.outlet ?? ''}：${short(one.question)}` })),
  eventGrades: ({ words }) => GRADES.map((grade) => ({ value: grade, label: words.grade(grade) })),
  evidence: ({ view }) => evidenceOf(view),
  instructionsOpen: ({ view, words }) =>
    view.state.instructions
      .filter((one) => one.replyOwed && !one.answeredAt)
      .map((one) => ({
        value: one.id,
        label: `${words.option('instructionSource', one.source)} · ${one.number ?? short(one.content)}`,
      })),
  itemsToTick: ({ view, locale }) =>
    itemsToTick(view.plan.plan.mechanisms).map(({ key, label }) => ({
      value: key,
      label: locale === 'en' ? label.en : label.zh,
    })),
  matterReportsOpen: ({ view, words, nameOf }) =>
    view.state.matterReports
      .filter((one) => !one.countersignedAt)
      .map((one) => ({
        value: one.id,
        label: `${words.option('authority', one.authority)} · ${nameOf(one.reportedBy)}`,
      })),
  lettersOpen: speakingOptions.lettersOpen,
  signatures: speakingOptions.signatures,
  mentions: ({ view, words }) =>
    view.state.mentions.map((one) => ({
      value: one.id,
      label: `${words.option('platform', one.platform)} · ${short(one.text ?? one.url)}`,
    })),
  nonPublicationsProposed: ({ view, words, nameOf }) =>
    view.state.nonPublications
      .filter((one) => one.state === 'proposed')
      .map((one) => ({
        value: one.id,
        label: `${words.option('nonPublicationReason', one.reason)} · ${nameOf(one.proposedBy)}`,
      })),
  oralReports: ({ view, nameOf, locale }) =>
    view.state.reports
      .filter((one) => one.medium === 'oral')
      .map((one) => ({
        value: one.id,
        label: `${formatMoment(one.sentAt, view.now, locale)} · ${nameOf(one.sentBy)}`,
      })),
  ownAssignmentsDue: (making) =>
    assignments(making, (one) => isOwed(one) && isTheirs(one, making.actor)),
  ownAssignmentsIssued: (making) =>
    assignments(making, (one) => one.state === 'issued' && isTheirs(one, making.actor)),
  holdsOpen: guardOptions.holdsOpen,
  noticesApproved: guardOptions.noticesApproved,
  noticesProposed: guardOptions.noticesProposed,
  noticesSent: guardOptions.noticesSent,
  noticesToCountersign: guardOptions.noticesToCountersign,
  posterActionsApproved: guardOptions.posterActionsApproved,
  posterActionsPending: guardOptions.posterActionsPending,
  posterActionsProposed: guardOptions.posterActionsProposed,
  copiesInForce: (making) =>
    copiesFor(making).map((one) => ({
      value: one.id,
      label: `${making.words.option('copyPlatform', one.platform)} · ${short(one.words)}`,
    })),
  paragraphs: ({ view, preset }) => {
    const version = approvedVersion(view.state, preset?.wordingId);
    return paragraphsOf(version?.body ?? '').map((words, index) => ({
      value: String(index),
      label: words,
    }));
  },
  planVersions: ({ planVersions }) => planVersions ?? [],
  people: ({ view, actor }) =>
    view.directory.people
      .filter((one) => one.orgId === view.directory.orgId)
      .filter((one) => !one.roles.every((role) => /admin$/.test(role)))
      .sort((a, b) => Number(b.id === actor.id) - Number(a.id === actor.id))
      .map(({ id, name }) => ({ value: id, label: name })),
  taskforcePeople: ({ view: { directory } }) =>
    directory.people
      .filter(({ orgId, roles }) =>
        orgId === directory.orgId
          ? !roles.some((role) => /admin$/.test(role))
          : orgId !== directory.parentOrgId && roles.some((role) => BELOW.includes(role)),
      )
      .map(({ id, name, unitId }) => {
        const unit = directory.units.find((one) => one.id === unitId)?.name;
        return { value: id, label: unit ? `${name} · ${unit}` : name };
      }),
  taskforces: ({ view }) =>
    view.state.taskforces
      .filter((one) => !one.dissolvedAt)
      .map((one) => ({ value: one.id, label: one.name ?? '—' })),
  promisesOpen: speakingOptions.promisesOpen,
  publications: speakingOptions.publications,
  referralsOpen: ({ view, words, actor }) =>
    view.state.referrals
      .filter((one) => one.state === 'requested' && isAddressedTo(one, view.state, actor))
      .map((one) => ({
        value: one.id,
        label: `${words.option('referralKind', one.kind)} · ${short(one.content)}`,
      })),
  releasesOpen: speakingOptions.releasesOpen,
  repliesToCallBack: speakingOptions.repliesToCallBack,
  reportsOpen: ({ view, nameOf, locale, actor }) =>
    view.state.reports
      .filter((one) => !one.acknowledgedAt && isAddressedTo(one, view.state, actor))
      .map((one) => ({
        value: one.id,
        label: `${reportName(one, locale === 'en' ? 'en' : 'zh')} · ${nameOf(one.sentBy)}`,
      })),
  reviewsDraft: ({ view, nameOf }) =>
    view.state.reviews
      .filter((one) => one.state === 'draft')
      .map((one) => ({ value: one.id, label: nameOf(one.writtenBy) })),
  stepsPassed: (making) => passedSteps(making),
  units: ({ view, unitOf }) =>
    view.directory.units.map(({ id, name }) => ({ value: id, label: unitOf(id) ?? name })),
  wordingsLive: (making) => wordings(making, (one) => one.state !== 'withdrawn'),
  wordingsMine: (making) => wordings(making, (one) => one.state !== 'withdrawn'),
  wordingsReady: (making) =>
    wordings(making, (one) => one.state === 'draft' || one.state === 'returned'),
};

const evidenceOf = ({ state }: Making['view']): SheetOption[] =>
  state.evidence.map((one) => ({
    value: one.id,
    label: one.fileName ?? one.sha256.slice(0, 8),
  }));

/** The version of a text as it stands, of the one the form is about. */
export const approvedVersion = (state: IncidentState, wordingId: string | undefined) => {
  const wording = state.wordings.find((one) => one.id === wordingId);
  return state.wordingVersions.find(
    (one) => one.wordingId === wordingId && one.number === wording?.currentVersion,
  );
};

/** Copies that may go out: of the text the form is about, or of every approved one. */
function copiesFor({ view: { state }, preset }: Making) {
  const texts = state.wordings.filter((one) => !preset?.wordingId || one.id === preset.wordingId);
  return texts.flatMap((one) => copiesInForce(state, one.id));
}

export const short = (text: string | null | undefined): string => {
  const line = (text ?? '').replaceAll(/\s+/g, ' ').trim();
  return line.length > 36 ? `${line.slice(0, 36)}…` : line;
};

function wordings(
  { view, words, nameOf, locale }: Making,
  keep: (one: WordingRow) => boolean,
): SheetOption[] {
  return view.state.wordings.filter(keep).map((one) => {
    const version = view.state.wordingVersions.find(
      (version) => version.wordingId === one.id && version.number === one.currentVersion,
    );
    return {
      value: one.id,
      label: `${one.title ?? ''} · ${words.option('wordingKind', one.kind)} v${one.currentVersion}`,
      data: {
        body: version?.body ?? '',
        baseVersion: String(one.currentVersion),
        savedBy: nameOf(version?.authorId ?? null),
        savedAt: version && formatMoment(version.createdAt, view.now, locale),
      },
    };
  });
}

function assignments(
  { view, unitOf }: Making,
  keep: (one: AssignmentRow) => boolean,
): SheetOption[] {
  return view.state.assignments.filter(keep).map((one) => ({
    value: one.id,
    label: `${one.number} · ${unitOf(one.unitId) ?? ''}`,
    data: {
      points: one.points ?? [],
      answers: one.answers ?? [],
      evidence: evidenceOf(view),
    },
  }));
}

function deadlines(
  { view, words, locale }: Making,
  keep: (one: DeadlineRow) => boolean,
): SheetOption[] {
  return view.state.deadlines.filter(keep).map((one) => ({
    value: one.id,
    label: one.dueAt
      ? `${words.deadline(one)} · ${formatMoment(one.dueAt, view.now, locale)}`
      : words.deadline(one),
  }));
}

/** Steps of runs under way that were passed and a text may go back to. */
function passedSteps({ view, words, locale }: Making): SheetOption[] {
  const { state, plan } = view;
  return state.approvalRuns
    .filter(isUnderWay)
    .flatMap((run) => state.approvalSteps.filter((step) => step.runId === run.id))
    .filter((step) => step.state === 'approved')
    .map((step) => {
      const label = planStepOf(state, plan.plan, step)?.label;
      const name = label ? (locale === 'en' ? label.en : label.zh) : words.role(step.role);
      return { value: step.id, label: `${step.position + 1} · ${name}` };
    });
}

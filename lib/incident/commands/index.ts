import type { z } from 'zod';
import type { CommandDefinition } from '../definition';
import * as accounting from './accounting';
import * as acting from './acting';
import * as approving from './approving';
import * as assigning from './assigning';
import * as calendar from './calendar';
import * as consenting from './consenting';
import * as consulting from './consulting';
import * as copying from './copying';
import * as correctionLetter from './correction-letter';
import * as deadlines from './deadlines';
import * as ending from './ending';
import * as feedingBack from './feeding-back';
import * as following from './following';
import * as forms from './forms';
import * as grading from './grading';
import * as holding from './holding';
import * as instructing from './instructing';
import * as intake from './intake';

import * as measuring from './measuring';
import * as media from './media';
import * as minuting from './minuting';

import * as pausing from './pausing';
import * as plan from './plan';
import * as platformNotice from './platform-notice';
import * as posterAction from './poster-action';
import * as publishing from './publishing';
import * as recording from './recording';
import * as recusing from './recusing';
import * as referring from './referring';
import * as releasing from './releasing';
import * as remarking from './remarking';
import * as replying from './replying';
import * as reporting from './reporting';
import * as reviewing from './reviewing';
import * as taskforce from './taskforce';
import * as undelivered from './undelivered';
import * as wording from './wording';

/** Every change an incident can undergo, by type. */
export const commands = {
  log: intake.log,
  logAndReport: forms.logAndReport,
  linkMention: intake.linkMention,
  note: recording.note,
  correct: recording.correct,
  attachEvidence: recording.attachEvidence,
  declareInterest: recusing.declareInterest,
  setProvisionalGrade: intake.setProvisionalGrade,
  sendReport: reporting.sendReport,
  acknowledgeReport: reporting.acknowledgeReport,
  reportMatter: reporting.reportMatter,
  countersignMatter: reporting.countersignMatter,
  assess: grading.assess,
  present: forms.present,
  decideGrade: grading.decideGrade,
  regrade: grading.regrade,
  categorise: grading.categorise,
  confirmCategory: grading.confirmCategory,
  activate: assigning.activate,
  assign: assigning.assign,
  acceptAssignment: feedingBack.acceptAssignment,
  feedBack: feedingBack.feedBack,
  refuseAssignment: feedingBack.refuseAssignment,
  signFeedback: feedingBack.signFeedback,
  keepPromise: feedingBack.keepPromise,
  handOverAccountability: accounting.handOverAccountability,
  answerAccountability: accounting.answerAccountability,
  returnFeedback: feedingBack.returnFeedback,
  settleAssignment: assigning.settleAssignment,
  urge: assigning.urge,
  recordMeasure: measuring.recordMeasure,
  planMeasure: measuring.planMeasure,
  draftWording: wording.draftWording,
  reviseWording: wording.reviseWording,
  submitWording: wording.submitWording,
  withdrawWording: wording.withdrawWording,
  makeCopy: copying.makeCopy,
  remarkOnWording: remarking.remarkOnWording,
  answerRemark: remarking.answerRemark,
  settleRemark: remarking.settleRemark,
  approve: approving.approve,
  returnWording: approving.returnWording,
  recordConsent: consenting.recordConsent,
  countersignConsent: consenting.countersignConsent,
  denyConsent: consenting.denyConsent,
  settleDenial: consenting.settleDenial,
  recordMinutes: minuting.recordMinutes,
  objectMinutes: minuting.objectMinutes,
  releaseUrgently: releasing.releaseUrgently,
  countersignActing: acting.countersignActing,
  takeOver: acting.takeOver,
  formTaskforce: taskforce.formTaskforce,
  changeTaskforce: taskforce.changeTaskforce,
  dissolveTaskforce: taskforce.dissolveTaskforce,
  reply: replying.reply,
  recordCallBack: replying.recordCallBack,
  publish: publishing.publish,
  proposeNonPublication: publishing.proposeNonPublication,
  approveNonPublication: publishing.approveNonPublication,
  proposePlatformNotice: platformNotice.proposePlatformNotice,
  approvePlatformNotice: platformNotice.approvePlatformNotice,
  refusePlatformNotice: platformNotice.refusePlatformNotice,
  countersignPlatformNotice: platformNotice.countersignPlatformNotice,
  recordPlatformNotice: platformNotice.recordPlatformNotice,
  recordNoticeAnswer: platformNotice.recordNoticeAnswer,
  proposePosterAction: posterAction.proposePosterAction,
  reviewPosterAction: posterAction.reviewPosterAction,
  approvePosterAction: posterAction.approvePosterAction,
  refusePosterAction: posterAction.refusePosterAction,
  recordPosterAction: posterAction.recordPosterAction,
  placeHold: holding.placeHold,
  liftHold: holding.liftHold,
  eraseAuthors: holding.eraseAuthors,
  recordMediaEnquiry: media.recordMediaEnquiry,
  answerMediaEnquiry: media.answerMediaEnquiry,
  sendCorrectionLetter: correctionLetter.sendCorrectionLetter,
  recordCorrectionReply: correctionLetter.recordCorrectionReply,
  recordInstruction: instructing.recordInstruction,
  answerInstruction: instructing.answerInstruction,
  recordConsultation: consulting.recordConsultation,
  refer: referring.refer,
  answerReferral: referring.answerReferral,
  recordSample: following.recordSample,
  confirmCalm: following.confirmCalm,
  confirmResolved: following.confirmResolved,
  writeReview: reviewing.writeReview,
  approveReview: reviewing.approveReview,
  addCorrectiveAction: reviewing.addCorrectiveAction,
  completeCorrectiveAction: reviewing.completeCorrectiveAction,
  extendDeadline: deadlines.extendDeadline,
  pauseDeadline: pausing.pauseDeadline,
  resumeDeadline: pausing.resumeDeadline,
  explainDeadline: deadlines.explainDeadline,
  acknowledgeEscalation: deadlines.acknowledgeEscalation,
  fireDeadline: deadlines.fireDeadline,
  recordUndelivered: undelivered.recordUndelivered,
  adoptCalendar: calendar.adoptCalendar,
  movePlan: plan.movePlan,
  dismiss: ending.dismiss,
  confirmDismissal: ending.confirmDismissal,
  refuseDismissal: ending.refuseDismissal,
  reopen: ending.reopen,
  close: ending.close,
  archive: ending.archive,
} satisfies Record<string, CommandDefinition<z.ZodType & { _zod: unknown }> | object>;

export type CommandType = keyof typeof commands;
export const COMMAND_TYPES = Object.keys(commands) as CommandType[];

/** Whether only the product itself gives this command, never a page or the API by name. */
export const isInternal = (type: CommandType): boolean =>
  (commands[type] as CommandDefinition).isInternal === true;

/** What a caller sends: the type and the input as the schema takes it. */
export type CommandInput<T extends CommandType> = z.input<(typeof commands)[T]['input']>;

/** A command with parsed input. */
export interface Command {
  type: CommandType;
  input: unknown;
}

import { DISMISSAL_REASONS, REVIEW_CAUSES } from '@/lib/incident/keys';
import { area, choice, hidden, moment, needed, number, row, text, tick } from './form-fields';
import type { CommandForm, FormCommand } from './form-types';

const taskforceFields = [
  text('name', 60, needed),
  row('leadId', 'taskforcePeople', needed),
  row('liaisonId', 'taskforcePeople'),
  row('memberIds', 'taskforcePeople', { kind: 'multi' }),
  { name: 'tasks', kind: 'list' as const, max: 300, rows: 4 },
];

/** Forms of following, reviewing, ending, and of time limits. */
export const lateForms = {
  recordSample: {
    fields: [
      row('mentionId', 'mentions'),
      number('views'),
      number('reposts'),
      number('comments'),
      number('likes'),
      number('items'),
      tick('isVisible', { initial: true }),
      text('note', 500),
      moment('sampledAt'),
    ],
  },
  confirmCalm: {
    fields: [
      tick('handled', needed),
      tick('mediaGone', needed),
      tick('moodCalm', needed),
      area('note', 2000, needed),
    ],
  },
  confirmResolved: { fields: [area('note', 2000)] },
  writeReview: {
    fields: [
      area('course', 20_000, { ...needed, rows: 5 }),
      area('timeliness', 5000, { ...needed, rows: 5 }),
      choice('causes', 'cause', REVIEW_CAUSES, { kind: 'multi', ...needed }),
      area('causeNote', 5000, { rows: 2 }),
      area('effect', 5000, { ...needed, rows: 3 }),
      area('lessons', 5000, { ...needed, rows: 3 }),
      area('planChanges', 5000, { rows: 2 }),
    ],
    wide: true,
  },
  approveReview: { fields: [hidden('reviewId'), hidden('contentHash')] },
  addCorrectiveAction: {
    fields: [
      area('content', 2000, { ...needed, rows: 3 }),
      text('owner', 60, needed),
      row('unitId', 'units'),
      moment('dueAt'),
    ],
  },
  completeCorrectiveAction: {
    fields: [row('actionId', 'actionsOpen', needed), area('note', 2000, needed)],
  },
  extendDeadline: {
    fields: [
      row('deadlineId', 'deadlinesExtendable', needed),
      moment('dueAt', needed),
      area('reason', 1000, needed),
    ],
    previews: true,
  },
  pauseDeadline: {
    fields: [
      row('deadlineId', 'deadlinesPausable', needed),
      moment('until', needed),
      area('reason', 1000, needed),
    ],
    previews: true,
  },
  resumeDeadline: {
    fields: [row('deadlineId', 'deadlinesPaused', needed), area('reason', 1000, { rows: 2 })],
    previews: true,
  },
  explainDeadline: {
    fields: [row('deadlineId', 'deadlinesToExplain', needed), area('reason', 1000, needed)],
  },
  acknowledgeEscalation: { fields: [row('deadlineId', 'deadlinesToAcknowledge', needed)] },
  movePlan: {
    fields: [row('planVersionId', 'planVersions', needed), area('reason', 1000, needed)],
    previews: true,
  },
  countersignActing: { fields: [row('standInId', 'actingOpen', needed)] },
  takeOver: { fields: [], confirm: true },
  formTaskforce: { fields: taskforceFields, wide: true },
  changeTaskforce: {
    fields: [row('taskforceId', 'taskforces', needed), ...taskforceFields],
    wide: true,
  },
  dissolveTaskforce: {
    fields: [row('taskforceId', 'taskforces', needed), area('reason', 500, needed)],
    confirm: true,
  },
  dismiss: {
    fields: [
      choice('reason', 'dismissalReason', DISMISSAL_REASONS, { kind: 'radio', ...needed }),
      area('note', 2000, needed),
    ],
    confirm: true,
    danger: true,
  },
  confirmDismissal: { fields: [], confirm: true, danger: true },
  refuseDismissal: { fields: [] },
  reopen: { fields: [area('reason', 2000, needed)] },
  close: { fields: [], confirm: true },
  archive: { fields: [], confirm: true },
} as const satisfies Partial<Record<FormCommand, CommandForm>>;

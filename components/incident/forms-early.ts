import {
  CATEGORIES,
  MATTER_AUTHORITIES,
  MEDIA_TIERS,
  REPORT_KINDS,
  REPORT_MEDIA,
  REPORT_TARGETS,
} from '@/lib/incident/keys';
import { PLATFORM_KEYS } from '@/lib/mention/platform-labels';
import { area, choice, levels, moment, needed, number, row, text, tick } from './form-fields';
import type { CommandForm, FormCommand, FormField, PlanSlot } from './form-types';

const toAuthority = { when: { field: 'target', is: ['authority'] } } as const;

const reportFields: readonly (FormField | PlanSlot)[] = [
  choice('kind', 'reportKind', REPORT_KINDS, { kind: 'radio', ...needed, initial: 'initial' }),
  choice('target', 'reportTarget', REPORT_TARGETS, {
    kind: 'radio',
    ...needed,
    initial: 'superior',
  }),
  choice('medium', 'reportMedium', REPORT_MEDIA, { kind: 'radio', ...needed, initial: 'written' }),
  row('bodyKey', 'bodiesToTell', toAuthority),
  text('recipient', 120),
  text('contact', 120, toAuthority),
  { slot: 'reportFields', name: 'fields', group: 'planFields' },
  area('content', 20_000, { ...needed, rows: 14 }),
  area('newRisks', 5000, { ...needed, rows: 3, when: { field: 'kind', is: ['update'] } }),
  row('oralReportId', 'oralReports', { when: { field: 'medium', is: ['written'] } }),
  moment('sentAt'),
  moment('nextReportAt'),
];

const gradeFields: readonly (FormField | PlanSlot)[] = [
  levels('grade', { kind: 'radio', ...needed }),
  { slot: 'scales', name: 'scales' },
  row('eventGrade', 'eventGrades'),
];

/** Forms of finding, reporting and grading. */
export const earlyForms = {
  linkMention: {
    fields: [
      text('url', 2000),
      choice('platform', 'platform', PLATFORM_KEYS),
      area('text', 50_000, { rows: 5 }),
      text('author', 200),
      moment('publishedAt'),
      moment('discoveredAt'),
      number('counts.views'),
      number('counts.reposts'),
      number('counts.comments'),
      number('counts.likes'),
      choice('mediaTier', 'mediaTier', MEDIA_TIERS),
      text('region', 60),
    ],
  },
  note: { fields: [area('content', 5000, needed)] },
  correct: {
    fields: [
      area('reason', 1000, { ...needed, rows: 2 }),
      number('correctsSeq'),
      text('title', 200),
      area('summary', 5000, { rows: 3 }),
      text('demand', 500),
      row('unitId', 'units'),
      text('unit', 120),
      tick('flags.danger', { group: 'flags' }),
      tick('flags.minors', { group: 'flags' }),
      tick('flags.media', { group: 'flags' }),
      tick('flags.rising', { group: 'flags' }),
      moment('discoveredAt'),
      moment('knownAt'),
      moment('eventOccurredAt'),
      moment('opinionOccurredAt'),
    ],
  },
  declareInterest: {
    fields: [row('personId', 'people'), area('reason', 500, needed)],
    confirm: true,
  },
  setProvisionalGrade: {
    fields: [levels('grade', { kind: 'radio', ...needed }), area('reason', 1000, { rows: 2 })],
    previews: true,
  },
  sendReport: { fields: reportFields, optionalGroups: { planFields: false }, wide: true },
  acknowledgeReport: { fields: [row('reportId', 'reportsOpen', needed)] },
  reportMatter: {
    fields: [
      choice('authority', 'authority', MATTER_AUTHORITIES, { kind: 'radio', ...needed }),
      area('content', 5000, needed),
      text('reference', 120),
      moment('reportedAt'),
    ],
  },
  countersignMatter: { fields: [row('matterReportId', 'matterReportsOpen', needed)] },
  assess: {
    fields: [
      area('facts', 10_000, { ...needed, rows: 6 }),
      area('spread', 5000, { rows: 3 }),
      area('risks', 5000, { rows: 3 }),
      { slot: 'facts', name: 'gradingFacts', group: 'gradingFacts' },
      levels('proposedGrade'),
      tick('worsened'),
    ],
    wide: true,
  },
  present: {
    fields: [
      area('assessment.facts', 10_000, { ...needed, rows: 6, group: 'assessment' }),
      area('assessment.spread', 5000, { rows: 2, group: 'assessment' }),
      area('assessment.risks', 5000, { rows: 2, group: 'assessment' }),
      { slot: 'facts', name: 'assessment.gradingFacts', group: 'gradingFacts' },
      levels('assessment.proposedGrade', { kind: 'radio', ...needed, group: 'proposal' }),
      tick('assessment.worsened', { group: 'proposal' }),
      row('activation.leadUnitId', 'units', { ...needed, group: 'activation' }),
      text('activation.offlineOwner', 120, { ...needed, group: 'activation' }),
      text('activation.onlineOwner', 120, { ...needed, group: 'activation' }),
      row('assignment.unitId', 'units', { ...needed, group: 'assignment' }),
      area('assignment.requirement', 5000, { ...needed, rows: 3, group: 'assignment' }),
      { name: 'assignment.points', kind: 'list', max: 500, rows: 4, group: 'assignment' },
      text('assignment.responsible', 60, { group: 'assignment' }),
      text('assignment.liaison', 60, { group: 'assignment' }),
      moment('assignment.dueAt', { group: 'assignment' }),
    ],
    optionalGroups: { activation: false, assignment: false },
    wide: true,
  },
  decideGrade: { fields: [...gradeFields, area('reason', 1000, { rows: 2 })], previews: true },
  regrade: {
    fields: [...gradeFields, area('reason', 1000, { ...needed, rows: 2 })],
    previews: true,
  },
  categorise: {
    fields: [
      choice('category', 'category', CATEGORIES, { kind: 'radio', ...needed }),
      area('reason', 1000, { rows: 2 }),
    ],
    previews: true,
  },
  confirmCategory: {
    fields: [row('categorisationId', 'categorisationsProposed', needed)],
    previews: true,
  },
} as const satisfies Partial<Record<FormCommand, CommandForm>>;

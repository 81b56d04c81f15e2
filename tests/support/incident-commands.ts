import fc from 'fast-check';
import type { CommandInput, CommandType } from '@/lib/incident/commands';
import {
  CATEGORIES,
  DISMISSAL_REASONS,
  MEDIA_TIERS,
  REPORT_KINDS,
  REPORT_MEDIA,
  REPORT_TARGETS,
} from '@/lib/incident/keys';
import { any, type Draw, future, type Maker, past, some, unit } from './commands/draw';
import { GUARD_MAKERS } from './commands/guards';
import { LIMIT_MAKERS } from './commands/limits';
import { assigned, ORDER_MAKERS } from './commands/orders';
import { WORDING_MAKERS } from './commands/wordings';
import { fixedId, PEOPLE, type World } from './incident-world';
import { CALM, REVIEW } from './story';

const logged = (world: World, draw: Draw): CommandInput<'log'> => ({
  title: '甲',
  category: any([...CATEGORIES, null], draw),
  discoveredAt: past(world, draw),
  discoveredReason: '电话核实',
  provisionalGrade: any(['ordinary', 'serious', null], draw),
  source: { counts: { reposts: draw.pick }, mediaTier: any(MEDIA_TIERS, draw) },
});

const reported = (world: World, draw: Draw): CommandInput<'sendReport'> => ({
  kind: any(REPORT_KINDS, draw),
  medium: any(REPORT_MEDIA, draw),
  target: any(REPORT_TARGETS, draw),
  content: '报告',
  newRisks: '无',
  sentAt: past(world, draw),
  nextReportAt: draw.pick % 3 === 0 ? future(world, { ...draw, flag: true }) : null,
});

const graded = (draw: Draw): CommandInput<'regrade'> => ({
  grade: any(['ordinary', 'serious'], draw),
  scales: draw.flag
    ? { sensitivity: any(['especially_sensitive', 'important_sensitive', 'not_sensitive'], draw) }
    : {},
  reason: '研判',
});

const activated = (draw: Draw): CommandInput<'activate'> => ({
  leadUnitId: unit(draw),
  offlineOwner: '王工',
  onlineOwner: '李敏',
});

/** An input for every command, made from what the incident holds and a few random choices. */
const makers: { [T in CommandType]: Maker<T> } = {
  ...WORDING_MAKERS,
  ...GUARD_MAKERS,
  ...LIMIT_MAKERS,
  ...ORDER_MAKERS,
  log: logged,
  logAndReport: (world, draw) => ({
    incident: logged(world, draw),
    report: { ...reported(world, draw), sentAt: null },
  }),
  linkMention: (world, draw) => ({
    discoveredAt: past(world, draw),
    counts: { reposts: draw.pick },
  }),
  note: () => ({ content: '记' }),
  correct: (world, draw) => ({ reason: '记错', discoveredAt: past(world, draw), title: '乙' }),
  attachEvidence: (world) => ({
    evidenceId: fixedId(8, world.events.length),
    fileName: 'a.png',
    mediaType: 'image/png',
    sizeBytes: 1,
    sha256: 'a'.repeat(64),
    storageKey: 'a',
  }),
  countersignActing: (world, draw) => ({ standInId: some('standIns', world, draw) }),
  takeOver: () => ({}),
  setProvisionalGrade: (_, draw) => ({ grade: any(['ordinary', 'serious', '一般'], draw) }),
  sendReport: reported,
  acknowledgeReport: (world, draw) => ({ reportId: some('reports', world, draw) }),
  assess: (_, draw) => ({
    facts: '属实',
    worsened: draw.flag,
    gradingFacts: { reposts: draw.pick, crossRegion: draw.flag, imageImpact: 'small' },
  }),
  present: (world, draw) => ({
    assessment: { facts: '属实', proposedGrade: any(['ordinary', 'serious'], draw) },
    activation: draw.flag ? activated(draw) : null,
    assignment: draw.flag ? assigned(world, draw) : null,
  }),
  decideGrade: (_, draw) => graded(draw),
  regrade: (_, draw) => graded(draw),
  categorise: (_, draw) => ({ category: any(CATEGORIES, draw), reason: '核实' }),
  confirmCategory: (world, draw) => ({ categorisationId: some('categorisations', world, draw) }),
  activate: (_, draw) => activated(draw),
  recordSample: (_, draw) => ({ reposts: 40 + (draw.pick % 3), isVisible: draw.pick % 5 !== 0 }),
  confirmCalm: () => CALM,
  confirmResolved: () => ({}),
  writeReview: () => REVIEW,
  approveReview: (world, draw) => {
    const review = world.current.reviews.at(draw.flag ? -1 : 0);
    return {
      reviewId: review?.id ?? fixedId(7, 7),
      contentHash: review?.contentHash ?? '0'.repeat(64),
    };
  },
  addCorrectiveAction: () => ({ content: '换管', owner: '王工' }),
  completeCorrectiveAction: (world, draw) => ({
    actionId: some('correctiveActions', world, draw),
    note: '已办',
  }),
  movePlan: () => ({ reason: '新版' }),
  dismiss: (_, draw) => ({ reason: any(DISMISSAL_REASONS, draw), note: '外地' }),
  confirmDismissal: () => ({}),
  refuseDismissal: () => ({}),
  reopen: () => ({ reason: '反弹' }),
  close: () => ({}),
  archive: () => ({}),
};

export function inputOf<T extends CommandType>(world: World, draw: Draw & { type: T }) {
  const maker = makers[draw.type] as unknown as Maker<T>;
  return maker(world, draw);
}

/** Ends an incident early; drawn seldom, so that most lives are long. */
const ENDINGS: readonly CommandType[] = [
  'dismiss',
  'confirmDismissal',
  'archive',
  'declareInterest',
];
const DAILY = (Object.keys(makers) as CommandType[]).filter((type) => !ENDINGS.includes(type));

/** A random command by a random person, some time after the one before. */
export const anyDraw: fc.Arbitrary<Draw> = fc.record({
  who: fc.constantFrom(...PEOPLE),
  type: fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...DAILY) },
    { weight: 1, arbitrary: fc.constantFrom(...ENDINGS) },
  ),
  minutes: fc.constantFrom(0, 0, 1, 7, 20, 90, 300, 1500),
  pick: fc.nat(200),
  flag: fc.boolean(),
  back: fc.nat(400),
});

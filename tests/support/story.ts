import { ACCOUNT, type PersonName, ROADS, World } from './incident-world';

/** Points of an ordinary or serious life, each reached by the acts that lead there. */
export const POINTS = [
  'detected',
  'reported',
  'graded',
  'responding',
  'following',
  'reviewing',
  'closed',
] as const;
export type Point = (typeof POINTS)[number];

export type StoryGrade = 'ordinary' | 'serious';

const DECIDER: Record<StoryGrade, PersonName> = { ordinary: 'deputy', serious: 'leader' };
const APPROVERS: Record<StoryGrade, PersonName[]> = {
  ordinary: ['deputy'],
  serious: ['leader', 'deputy', 'member'],
};

const acts: Record<Point, (world: World, grade: StoryGrade) => void> = {
  detected: (world) =>
    world.do('officer', 'log', {
      title: '路面塌陷无人管',
      unitId: ROADS,
      category: 'inquiry',
      source: { url: 'https://weibo.com/1/a', platform: 'weibo', text: '路都塌了' },
    }),
  reported: (world) => world.do('officer', 'sendReport', { content: '首报' }),
  graded: (world, grade) => {
    world.do('office', 'assess', { facts: '属实', proposedGrade: grade });
    world.do(DECIDER[grade], 'decideGrade', { grade });
  },
  responding: (world) =>
    world.do('office', 'activate', {
      leadUnitId: ROADS,
      offlineOwner: '道路科 王工',
      onlineOwner: '办公室 李敏',
    }),
  following: (world, grade) => {
    verify(world);
    answer(world, grade);
  },
  reviewing: (world) => {
    world.do('office', 'recordSample', { reposts: 40, comments: 10 });
    world.later(24 * 60);
    world.do('office', 'recordSample', { reposts: 41, comments: 10 });
    world.do('office', 'confirmCalm', CALM);
  },
  closed: (world) => {
    world.do('office', 'confirmResolved', {});
    world.do('office', 'writeReview', REVIEW);
    approveReview(world);
    world.do('leader', 'close', {});
  },
};

export const CALM = {
  handled: true,
  mediaGone: true,
  moodCalm: true,
  note: '两日无新增',
} as const;

export const REVIEW = {
  course: '经过',
  timeliness: '按时',
  causes: ['facility' as const],
  effect: '平息',
  lessons: '加强巡查',
};

/** The lead unit's assignment, accepted and fed back. */
export function verify(world: World): void {
  const names = { responsible: '赵刚', liaison: '钱明' };
  world.do('office', 'assign', { unitId: ROADS, requirement: '核实', ...names });
  const { id: assignmentId } = world.last('assignments');
  world.do('handler', 'acceptAssignment', { assignmentId });
  world.do('handler', 'feedBack', {
    assignmentId,
    finding: 'true',
    course: '管道渗漏所致',
    signedByPrincipal: '科长 赵刚',
  });
}

/** A formal reply to the citizen and a statement, approved and out. */
export function answer(world: World, grade: StoryGrade = 'ordinary'): void {
  const wordingId = world.submitDraft('statement');
  world.approveAs(...APPROVERS[grade]);
  world.do('spokesperson', 'publish', {
    wordingId,
    accountId: ACCOUNT,
    signatory: '示范局',
    url: 'https://weibo.com/2/b',
  });
}

export function approveReview(world: World, name: PersonName = 'leader'): void {
  const { id: reviewId, contentHash } = world.last('reviews');
  world.do(name, 'approveReview', { reviewId, contentHash });
}

/** A world whose incident has come as far as `point`. */
export function worldAt(
  point: Point | 'archived' | 'dismissed',
  grade: StoryGrade = 'ordinary',
  world: World = new World(),
): World {
  if (point === 'dismissed') {
    worldAt('detected', grade, world).do('office', 'dismiss', {
      reason: 'not_about_us',
      note: '外地',
    });
    world.do('leader', 'confirmDismissal', {});
    return world;
  }
  if (point === 'archived') {
    worldAt('closed', grade, world).do('office', 'archive', {});
    return world;
  }
  for (const each of POINTS.slice(0, POINTS.indexOf(point) + 1)) {
    acts[each](world, grade);
    world.later(1);
  }
  return world;
}

import { does, type Logged, log, read, submitStatement } from './rest';

const HOUR_MS = 3_600_000;

/** A matter found yesterday, taken through all six stages and closed by the leader. */
export async function logClosed(): Promise<Logged> {
  const now = Date.now();
  const hoursAgo = (hours: number) => new Date(now - hours * HOUR_MS).toISOString();
  const logged = await log({
    discoveredAt: hoursAgo(26),
    discoveredReason: '昨日夜间发现，今日补登',
  });
  const { id } = logged;
  const { unitId } = await read('office', id);
  await does('officer', id, 'sendReport', { content: '首报：校门口路灯不亮' });
  await does('office', id, 'assess', { facts: '路灯三盏不亮', proposedGrade: 'ordinary' });
  await does('deputy', id, 'decideGrade', { grade: 'ordinary', reason: '按核实情况' });
  await does('office', id, 'activate', {
    leadUnitId: unitId,
    offlineOwner: '田守拙',
    onlineOwner: '陆怀瑾',
  });
  await does('office', id, 'assign', { unitId, requirement: '核实路灯情况' });
  const [{ id: assignmentId }] = (await read('handler', id)).assignments;
  await does('handler', id, 'acceptAssignment', { assignmentId });
  await does('handler', id, 'feedBack', {
    assignmentId,
    finding: 'true',
    course: '灯具老化，当晚更换',
    signedByPrincipal: '田守拙',
  });
  const seen = await submitStatement(id, '关于路灯的情况说明');
  await does('deputy', id, 'approve', seen);
  await does('spokesperson', id, 'publish', {
    wordingId: seen.wordingId,
    way: 'conference',
    place: '一楼会议室',
    signatory: '云岭县教育局',
    url: 'https://www.example.cn/news/1',
  });
  for (const hours of [25.5, 0.01]) {
    await does('officer', id, 'recordSample', { reposts: 12, sampledAt: hoursAgo(hours) });
  }
  const note = '一日内无新增讨论';
  await does('office', id, 'confirmCalm', { handled: true, mediaGone: true, moodCalm: true, note });
  await does('office', id, 'confirmResolved');
  await does('office', id, 'writeReview', {
    course: '路灯不亮，当晚更换',
    timeliness: '补登较晚，其余按时',
    causes: ['facility'],
    effect: '当事人认可',
    lessons: '日常巡检不够',
  });
  const { review } = await read('office', id);
  const { id: reviewId, contentHash } = review;
  await does('leader', id, 'approveReview', { reviewId, contentHash });
  await does('leader', id, 'close');
  return logged;
}

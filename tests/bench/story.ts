import { chainEvents, EMPTY_HEAD } from '@/lib/audit/envelope';
import { newestVersion } from '@/lib/audit/upcast';
import { MINUTE_MS, parseInstant, toInstant } from '@/lib/calendar/instant';
import { type CommandType, commands } from '@/lib/incident/commands';
import type { Actor, DecideContext } from '@/lib/incident/context';
import { decide } from '@/lib/incident/decide';
import type { DecidedEvent } from '@/lib/incident/decision';
import type { IncidentState } from '@/lib/incident/model';
import { newIncidentKey, sealPayload, streamOf } from '@/lib/incident/server/keys';
import { searchedText } from '@/lib/incident/server/write';
import { cut } from '@/lib/mention/server';
import { searchTerms } from '@/lib/mention/terms';
import { newId } from '@/lib/platform/ids';

export interface Cast {
  officer: Actor;
  office: Actor;
  handler: Actor;
  deputy: Actor;
  leader: Actor;
}

export type World = Omit<DecideContext, 'now' | 'actor' | 'newId' | 'nextNumber'>;
type Act = [keyof Cast, CommandType, (state: IncidentState) => object, afterMinutes?: number];

const SWEEPER: Actor = { kind: 'system', id: 'sweeper', orgId: null, unitId: null, roles: [] };

const THINGS = [
  '食堂',
  '校车',
  '校服',
  '宿舍',
  '操场',
  '午休',
  '课后服务',
  '教辅',
  '门卫',
  '饮水机',
];
const MATTERS = ['收费', '卫生', '安全', '拥挤', '噪声', '通知', '退费', '排队', '维修', '接送'];

const CALM = { handled: true, mediaGone: true, moodCalm: true };

/** Everything that happens to an incident until it is closed. */
export const LIFE: readonly Act[] = [
  ['officer', 'sendReport', () => ({ content: '已电话报告,正在核实。' })],
  [
    'office',
    'assess',
    () => ({ facts: '经初步了解,情况属实与否待核实。', proposedGrade: 'ordinary' }),
  ],
  [
    'deputy',
    'decideGrade',
    () => ({ grade: 'ordinary', scales: { sensitivity: 'not_sensitive' }, reason: '影响有限' }),
  ],
  ['office', 'activate', () => ({ offlineOwner: '田守拙', onlineOwner: '简书宁' })],
  ['office', 'assign', () => ({ requirement: '请逐条核实并反馈。' })],
  ['handler', 'acceptAssignment', (state) => ({ assignmentId: state.assignments[0]?.id })],
  [
    'handler',
    'feedBack',
    (state) => ({
      assignmentId: state.assignments[0]?.id,
      finding: 'partly_true',
      course: '已到现场查看并询问当事人。',
      signedByPrincipal: '田守拙',
    }),
  ],
  [
    'office',
    'draftWording',
    () => ({ kind: 'reply', title: '关于所反映问题的答复', body: '您好,经核实……' }),
  ],
  ['office', 'submitWording', (state) => ({ wordingId: state.wordings[0]?.id })],
  [
    'deputy',
    'approve',
    (state) => ({
      wordingId: state.wordings[0]?.id,
      contentHash: state.wordingVersions[0]?.contentHash,
    }),
  ],
  [
    'office',
    'reply',
    (state) => ({
      channel: 'phone',
      kind: 'formal',
      signatory: '办公室',
      wordingId: state.wordings[0]?.id,
    }),
  ],
  ['officer', 'recordSample', () => ({ views: 5200, reposts: 90, comments: 40 })],
  ['officer', 'recordSample', () => ({ views: 5210, reposts: 90, comments: 40 }), 25 * 60],
  ['office', 'confirmCalm', () => ({ ...CALM, note: '答复后当事人表示满意，数据持平。' })],
  ['office', 'confirmResolved', () => ({})],
  [
    'office',
    'writeReview',
    () => ({
      course: '发现、核实、答复各环节均按预案办理。',
      timeliness: '均在时限内。',
      causes: ['service'],
      effect: '当事人满意。',
      lessons: '日常沟通应更及时。',
    }),
  ],
  [
    'deputy',
    'approveReview',
    (state) => ({ reviewId: state.reviews[0]?.id, contentHash: state.reviews[0]?.contentHash }),
  ],
  ['leader', 'close', () => ({})],
];

export type Made = ReturnType<typeof makeIncident>;

/** An incident, and how far it has come. */
export interface Wanted {
  world: World;
  cast: Cast;
  leadUnitId: string;
  /** Place in the whole set; titles and counts follow from it. */
  index: number;
  number: string;
  /** When it is logged, in milliseconds. */
  loggedMs: number;
  /** How many acts of its life have been done. */
  acts: number;
  /** Minutes between one act and the next. */
  paceMinutes?: number;
  /** Fires what the clock has to until then, in milliseconds; nothing where it is left out. */
  firedUntilMs?: number;
}

/** Makes an incident by folding real decisions: its rows, and its events chained and sealed. */
export function makeIncident({
  world,
  cast,
  leadUnitId,
  index,
  number,
  loggedMs,
  acts,
  paceMinutes = 20,
  firedUntilMs,
}: Wanted) {
  const id = newId();
  const { key, row: keyRow } = newIncidentKey(id);
  let nowMs = loggedMs;
  const events: { event: DecidedEvent; actor: Actor }[] = [];
  let state: IncidentState | null = null;
  const give = (role: keyof Cast | 'sweeper', type: CommandType, input: object) => {
    const actor = role === 'sweeper' ? SWEEPER : cast[role];
    let isFirst = state === null;
    const nextId = () => {
      const own = isFirst ? id : newId();
      isFirst = false;
      return own;
    };
    const context = { ...world, now: toInstant(nowMs), actor, newId: nextId, nextNumber: number };
    const parsed = commands[type].input.parse(input);
    const result = decide(state, { type, input: parsed }, context);
    if (!result.ok) throw new Error(`${type}: ${result.refusal.code}`);
    state = result.state;
    events.push(...result.events.map((event) => ({ event, actor })));
    nowMs += paceMinutes * MINUTE_MS;
  };
  const thing = THINGS[index % THINGS.length] ?? '';
  const matter = MATTERS[Math.floor(index / THINGS.length) % MATTERS.length] ?? '';
  give('officer', 'log', {
    title: `家长反映${thing}${matter}问题(${index + 1})`,
    demand: `希望尽快解决${thing}${matter}`,
    category: 'inquiry',
    source: {
      url: `https://weibo.example/status/${index + 1}`,
      platform: 'weibo',
      text: `${thing}的${matter}问题已经反映多次,一直没有答复。`,
      counts: { views: (index * 37) % 5000, reposts: index % 90, comments: index % 40 },
    },
  });
  for (const act of LIFE.slice(0, acts)) {
    const [role, type, input, afterMinutes = 0] = act;
    const current = state as IncidentState | null;
    if (!current) break;
    nowMs += afterMinutes * MINUTE_MS;
    const unit = { activate: 'leadUnitId', assign: 'unitId' }[type as string];
    const filled = unit ? { ...input(current), [unit]: leadUnitId } : input(current);
    give(role, type, filled);
  }
  for (;;) {
    const due = dueNext(state, firedUntilMs);
    if (!due) break;
    nowMs = due.atMs;
    give('sweeper', 'fireDeadline', { deadlineId: due.deadlineId });
  }
  const finished = state as IncidentState | null;
  if (!finished) throw new Error('an incident without events');
  const streamId = streamOf(id);
  const chain = chainEvents(
    EMPTY_HEAD,
    events.map(({ event, actor }) => ({
      streamId,
      type: event.type,
      typeVersion: newestVersion(event.type),
      actor: {
        kind: actor.kind,
        id: actor.id,
        ...(actor.roles[0] ? { role: actor.roles[0] } : {}),
      },
      occurredAt: event.occurredAt,
      recordedAt: event.occurredAt,
      payload: sealPayload(event.payload, key, streamId),
    })),
  );
  const terms = searchTerms(searchedText(finished), cut);
  return { state: finished, chain, keyRow, terms };
}

/** What the clock would do next, as far as it is due by then. */
function dueNext(state: IncidentState | null, untilMs = Number.NEGATIVE_INFINITY) {
  const [next] = (state?.deadlines ?? [])
    .flatMap(({ id, nextActionAt }) =>
      nextActionAt ? [{ deadlineId: id, atMs: parseInstant(nextActionAt) }] : [],
    )
    .sort((a, b) => a.atMs - b.atMs);
  return next && next.atMs <= untilMs ? next : null;
}

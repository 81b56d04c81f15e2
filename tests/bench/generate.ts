import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { chainEvents, EMPTY_HEAD } from '@/lib/audit/envelope';
import { MINUTE_MS, parseInstant, toInstant } from '@/lib/calendar/instant';
import { type CommandType, commands } from '@/lib/incident/commands';
import type { Actor, DecideContext } from '@/lib/incident/context';
import { decide } from '@/lib/incident/decide';
import type { DecidedEvent } from '@/lib/incident/decision';
import type { IncidentState } from '@/lib/incident/model';
import { newIncidentKey, sealPayload, streamOf } from '@/lib/incident/server/keys';
import { COLLECTIONS, TABLES } from '@/lib/incident/server/tables';
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

type World = Omit<DecideContext, 'now' | 'actor' | 'newId' | 'nextNumber'>;
type Act = [keyof Cast, CommandType, (state: IncidentState) => object, afterMinutes?: number];

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
const LIFE: readonly Act[] = [
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

/**
 * Makes `count` incidents by folding real decisions, and copies the rows and the chained events into
 * the database, so that every history verifies. All but the newest went their whole way to closed.
 */
export async function generateIncidents(options: {
  ownerUrl: string;
  count: number;
  world: World;
  cast: Cast;
  leadUnitId: string;
  /** Incidents are spread evenly over this many minutes from `from` on. */
  from: string;
  spanMinutes: number;
  /** This many of the newest are still in hand, at every point of their life. */
  inHand: number;
  firstNumber: number;
}): Promise<void> {
  const client = new pg.Client(options.ownerUrl);
  await client.connect();
  try {
    const chunk = 500;
    for (let done = 0; done < options.count; done += chunk) {
      const made = Array.from({ length: Math.min(chunk, options.count - done) }, (_, index) =>
        makeIncident(options, done + index),
      );
      await client.query('BEGIN');
      await copyIn(client, made);
      await client.query('COMMIT');
    }
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

type Made = ReturnType<typeof makeIncident>;

function makeIncident(
  {
    world,
    cast,
    from,
    spanMinutes,
    inHand,
    firstNumber,
    leadUnitId,
    count,
  }: Parameters<typeof generateIncidents>[0],
  index: number,
) {
  const id = newId();
  const { key, row: keyRow } = newIncidentKey(id);
  let nowMs = parseInstant(from) + Math.round((index * spanMinutes) / count) * MINUTE_MS;
  const events: { event: DecidedEvent; actor: Actor }[] = [];
  let state: IncidentState | null = null;
  const give = (role: keyof Cast, type: CommandType, input: object) => {
    const actor = cast[role];
    let isFirst = state === null;
    const nextId = () => {
      const own = isFirst ? id : newId();
      isFirst = false;
      return own;
    };
    const number = `YQ-2026-${String(firstNumber + index).padStart(4, '0')}`;
    const context = { ...world, now: toInstant(nowMs), actor, newId: nextId, nextNumber: number };
    const parsed = commands[type].input.parse(input);
    const result = decide(state, { type, input: parsed }, context);
    if (!result.ok) throw new Error(`${type}: ${result.refusal.code}`);
    state = result.state;
    events.push(...result.events.map((event) => ({ event, actor })));
    nowMs += 20 * MINUTE_MS;
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
  const isInHand = index >= count - inHand;
  for (const act of isInHand ? LIFE.slice(0, index % LIFE.length) : LIFE) {
    const [role, type, input, afterMinutes = 0] = act;
    const current = state as IncidentState | null;
    if (!current) break;
    nowMs += afterMinutes * MINUTE_MS;
    const unit = { activate: 'leadUnitId', assign: 'unitId' }[type as string];
    const filled = unit ? { ...input(current), [unit]: leadUnitId } : input(current);
    give(role, type, filled);
  }
  const finished = state as IncidentState | null;
  if (!finished) throw new Error('an incident without events');
  const streamId = streamOf(id);
  const chain = chainEvents(
    EMPTY_HEAD,
    events.map(({ event, actor }) => ({
      streamId,
      type: event.type,
      typeVersion: 1,
      actor: { kind: actor.kind, id: actor.id, role: actor.roles[0] ?? 'officer' },
      occurredAt: event.occurredAt,
      recordedAt: event.occurredAt,
      payload: sealPayload(event.payload, key, streamId),
    })),
  );
  const terms = searchTerms(searchedText(finished), cut);
  return { state: finished, chain, keyRow, terms };
}

async function copyIn(client: pg.Client, made: readonly Made[]): Promise<void> {
  await copyRows(
    client,
    'Incident',
    made.map(({ state }) => state.incident),
  );
  for (const name of COLLECTIONS) {
    await copyRows(
      client,
      TABLES[name],
      made.flatMap(({ state }) => state[name] as object[]),
    );
  }
  const heads = made.flatMap(({ chain }) => {
    const last = chain.at(-1);
    return last
      ? [{ id: last.streamId, headSeq: last.seq, headHash: last.hash, createdAt: last.recordedAt }]
      : [];
  });
  await copyRows(client, 'AuditStream', heads);
  await copyRows(
    client,
    'AuditEvent',
    made.flatMap(({ chain }) => chain),
  );
  const keys = made.map(({ keyRow, state }) => ({
    ...keyRow,
    createdAt: state.incident.createdAt,
  }));
  await copyRows(client, 'IncidentKey', keys);
  await client.query(
    `INSERT INTO "IncidentSearch" SELECT r."incidentId", array_to_tsvector(r.terms)
     FROM jsonb_to_recordset($1::jsonb) AS r ("incidentId" uuid, terms text[])`,
    [JSON.stringify(made.map(({ state, terms }) => ({ incidentId: state.incident.id, terms })))],
  );
}

/** COPY in CSV, columns by name; JSON members as JSON, null as the empty unquoted field. */
async function copyRows(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const into = client.query(copyFrom(`COPY "${table}" (${names}) FROM STDIN WITH (FORMAT csv)`));
  const lines = rows.map((row) => {
    const values = row as Record<string, unknown>;
    return `${columns.map((column) => cell(values[column])).join(',')}\n`;
  });
  await pipeline(Readable.from(lines), into as unknown as Writable);
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return `"${text.replaceAll('"', '""')}"`;
}

import { percentile } from './numbers';

/** What a busy duty night brings, over and over. */
const ACTS: readonly { type: string; input: object }[] = [
  { type: 'note', input: { content: '已与学校通话，家长代表明早到校沟通。' } },
  { type: 'recordSample', input: { views: 5300, reposts: 96, comments: 44 } },
  { type: 'sendReport', input: { target: 'leader', content: '夜间续报：情况平稳，仍在核实。' } },
  { type: 'log', input: { title: '夜间来电反映校门口停车拥堵', category: 'inquiry' } },
];

const PER_SECOND = 2;

/** What the writer did while pages were measured. */
export interface NightFigures {
  commands: number;
  perSecond: number;
  p95Ms: number;
}

/**
 * People of the same institution who change incidents through the web process all the while: notes,
 * samples, reports, new incidents. Ends when `stop` is called; a refused command ends the benchmark.
 */
export function dutyNight(options: {
  baseUrl: string;
  token: string;
  incidentIds: readonly string[];
}): { stop: () => Promise<NightFigures> } {
  const times: number[] = [];
  const under: Promise<unknown>[] = [];
  const startedAt = performance.now();
  // By the clock, however long the one before takes: nights do not wait for machines.
  const write = () => {
    const begunAt = performance.now();
    const done = act(options, under.length).then(() => times.push(performance.now() - begunAt));
    done.catch(() => undefined);
    under.push(done);
  };
  write();
  const timer = setInterval(write, 1000 / PER_SECOND);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(under);
      const seconds = (performance.now() - startedAt) / 1000;
      const commands = times.length;
      return { commands, perSecond: commands / seconds, p95Ms: percentile(times, 95) };
    },
  };
}

async function act(
  { baseUrl, token, incidentIds }: Parameters<typeof dutyNight>[0],
  turn: number,
): Promise<void> {
  const { type, input } = ACTS[turn % ACTS.length] ?? { type: 'note', input: {} };
  const isNew = type === 'log';
  const path = isNew ? 'incidents' : `incidents/${incidentIds[turn % incidentIds.length]}/commands`;
  const answer = await fetch(`${baseUrl}/api/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(isNew ? input : { type, ...input }),
  });
  const body = await answer.text();
  if (!answer.ok) throw new Error(`${type} was refused: ${answer.status} ${body}`);
}

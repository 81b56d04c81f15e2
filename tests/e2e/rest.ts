import { admin } from './product';

/** What the REST answers, read by the names of its contract. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is what the tests assert
export type Json = any;

const tokens = new Map<string, Promise<string>>();

/** A token of one person, made once per test process. */
function tokenOf(username: string): Promise<string> {
  const known = tokens.get(username);
  if (known) return known;
  const made = admin('token', 'create', '--user', username, '--name', `e2e-${Date.now()}`).then(
    (output) => output.split('\n').at(-1) ?? '',
  );
  tokens.set(username, made);
  return made;
}

/** A request of the REST by one person. */
export async function request(
  username: string,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Json }> {
  const response = await fetch(`${process.env.E2E_BASE_URL}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await tokenOf(username)}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

async function expectDone(answer: { status: number; body: Json }): Promise<Json> {
  if (answer.status >= 300) throw new Error(`refused: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export const command = (username: string, id: string, type: string, input: object = {}) =>
  request(username, 'POST', `/incidents/${id}/commands`, { type, ...input });

export const does = async (username: string, id: string, type: string, input: object = {}) =>
  expectDone(await command(username, id, type, input));

export const read = async (username: string, id: string): Promise<Json> =>
  expectDone(await request(username, 'GET', `/incidents/${id}`));

export interface Logged {
  id: string;
  number: string;
  title: string;
}

/** A word that stands in no other incident, for finding one's own. */
export const newMark = (): string => `e2e${Math.random().toString(36).slice(2, 10)}`;

/** An incident of the test's own, found by the officer. */
export async function log(
  input: { title?: string; [name: string]: unknown } = {},
): Promise<Logged> {
  const title = input.title ?? `校门口路灯不亮 ${newMark()}`;
  const made = await request('officer', 'POST', '/incidents', {
    unit: '安全与后勤股',
    ...input,
    title,
  });
  const { id, number } = await expectDone(made);
  return { id, number, title };
}

/** Reported, graded by a person, with the plan activated. */
export async function logGraded(
  grade: 'ordinary' | 'serious',
  input: object = {},
): Promise<Logged> {
  const logged = await log({ ...input });
  const { id } = logged;
  await does('officer', id, 'sendReport', { content: '首报:校门口路灯不亮' });
  await does('office', id, 'assess', { facts: '路灯三盏不亮', proposedGrade: grade });
  await does(grade === 'serious' ? 'leader' : 'deputy', id, 'decideGrade', {
    grade,
    reason: '按核实情况',
  });
  return logged;
}

/** A statement sent for approval; answers what an approver sees. */
export async function submitStatement(
  id: string,
  title: string,
  body = '已知事实：校门口三盏路灯不亮。',
): Promise<{ wordingId: string; contentHash: string }> {
  await does('office', id, 'draftWording', { kind: 'statement', title, body });
  const draft = (await read('office', id)).wordings.at(-1);
  await does('office', id, 'submitWording', { wordingId: draft.id });
  return { wordingId: draft.id, contentHash: draft.versions.at(-1).contentHash };
}

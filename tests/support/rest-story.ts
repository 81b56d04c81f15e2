import type { DemoWorld } from '@/prisma/seed/builders/institution';
import { at } from '@/prisma/seed/builders/institution';
import type { Client, Json } from './api-client';

export type Cast = Record<string, Client>;
export type Grade = 'ordinary' | 'serious';

/** Somebody of the cast; a misspelt name fails at once. */
export function as(cast: Cast, username: string): Client {
  const client = cast[username];
  if (!client) throw new RangeError(`nobody is called ${username}`);
  return client;
}

export const UNIT = 'bureau/安全与后勤股';

/** Assessed, graded, with the plan activated and the lead unit's feedback in. */
export async function bringToVerified(
  cast: Cast,
  world: DemoWorld,
  id: string,
  grade: Grade = 'ordinary',
): Promise<void> {
  const leadUnitId = at(world.units, UNIT);
  await as(cast, 'officer').does(id, 'sendReport', { content: '首报:校门口路面塌陷' });
  await as(cast, 'office').does(id, 'assess', { facts: '属实', proposedGrade: grade });
  const decider = grade === 'serious' ? 'leader' : 'deputy';
  await as(cast, decider).does(id, 'decideGrade', { grade });
  await as(cast, 'office').does(id, 'activate', {
    leadUnitId,
    offlineOwner: '安全与后勤股 田守拙',
    onlineOwner: '舆情应对办公室 陆怀瑾',
  });
  await as(cast, 'office').does(id, 'assign', { unitId: leadUnitId, requirement: '核实情况' });
  const { assignments } = await as(cast, 'handler').read(id);
  const assignmentId = assignments[0].id;
  await as(cast, 'handler').does(id, 'acceptAssignment', { assignmentId });
  await as(cast, 'handler').does(id, 'feedBack', {
    assignmentId,
    finding: 'partly_true',
    course: '管道渗漏致路面下沉',
    signedByPrincipal: '田守拙',
  });
}

/** A submitted text; answers its id and the hash approvers see. */
export async function submit(
  cast: Cast,
  id: string,
  body = '已知事实:……',
): Promise<{ wordingId: string; contentHash: string }> {
  const office = as(cast, 'office');
  await office.does(id, 'draftWording', { kind: 'statement', title: '情况说明', body });
  const wordingId = (await office.read(id)).wordings.at(-1).id;
  await office.does(id, 'submitWording', { wordingId });
  return { wordingId, contentHash: hashOf(await office.read(id), wordingId) };
}

export function wordingOf(incident: Json, wordingId: string): Json {
  return incident.wordings.find((one: Json) => one.id === wordingId);
}

export function hashOf(incident: Json, wordingId: string): string {
  return wordingOf(incident, wordingId).versions.at(-1).contentHash;
}

/** Lets everybody whom the open step waits for sign in turn, until the text is approved. */
export async function approveAll(
  cast: Cast,
  world: DemoWorld,
  id: string,
  { wordingId, contentHash }: { wordingId: string; contentHash: string },
): Promise<void> {
  const usernames = new Map(Object.entries(world.people).map(([name, person]) => [person, name]));
  for (;;) {
    const { approval } = wordingOf(await as(cast, 'office').read(id), wordingId);
    const open = approval.steps.find((step: Json) => step.state === 'open');
    if (!open) return;
    const signed = open.decisions.map((one: Json) => one.personId);
    const next = open.candidates.find((person: string) => !signed.includes(person));
    const name = usernames.get(next) ?? '';
    await as(cast, name).does(id, 'approve', { wordingId, contentHash });
  }
}

/** Approved by everybody the plan asks for, and put out through the official account. */
export async function answerThePublic(cast: Cast, world: DemoWorld, id: string): Promise<string> {
  const text = await submit(cast, id);
  await approveAll(cast, world, id, text);
  const { wordingId } = text;
  await as(cast, 'spokesperson').does(id, 'publish', {
    wordingId,
    accountId: at(world.accounts, 'yunling-edu'),
    signatory: '云岭县教育局',
    url: 'https://weibo.example/status/1',
  });
  return wordingId;
}

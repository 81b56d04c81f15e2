import { beforeAll, describe, expect, it } from 'vitest';
import { loadActor } from '@/lib/access/server';
import {
  accountDetails,
  changeOfficialAccount,
  listOfficialAccounts,
  loadAccountChoices,
  newOfficialAccount,
  registerOfficialAccount,
  resumeOfficialAccount,
  retireOfficialAccount,
} from '@/lib/org/server';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { at, type DemoWorld } from '@/prisma/seed/builders/institution';
import type { Json } from '../support/api-client';
import { withApprovedText } from '../support/approved-text';
import { insertRow, wouldTake } from '../support/guard-rest';
import { as, type Cast } from '../support/rest-story';

let world: DemoWorld;
let cast: Cast;
let id: string;
let text: { wordingId: string; contentHash: string };
let approved: Json;

withApprovedText((made) => {
  ({ world, cast, id, text, approved } = made);
});

async function person(name: string) {
  const actor = await loadActor(at(world.people, name));
  if (!actor) throw new RangeError(name);
  return actor;
}

const details = (change: object = {}) =>
  accountDetails.parse({
    name: '云岭教育视频',
    verifiedAs: '云岭县教育局',
    verification: 'verified',
    verifiedOn: '2026-01-05',
    signingUnit: '云岭县教育局',
    ...change,
  });
let handles = 0;
const account = (change: object = {}) =>
  newOfficialAccount.parse({
    platform: 'kuaishou',
    handle: `yunling-video-${++handles}`,
    ...details(change),
  });

const registered = async (change: object = {}) =>
  registerOfficialAccount(await person('office'), account(change));
const found = async (accountId: string) => {
  const rows = await listOfficialAccounts(await person('office'));
  const row = rows.find((one) => one.id === accountId);
  if (!row) throw new RangeError('not registered');
  return row;
};
const markOf = async (accountId: string) => ({
  accountId,
  revision: (await found(accountId)).revision,
});
const reasonOf = (change: Promise<unknown>) =>
  change.then(
    () => 'carried out',
    (error: { code: string; facts?: { reason?: string } }) => error.facts?.reason ?? error.code,
  );

describe('the register', () => {
  it('keeps whose an account is, who verified it and who may publish, on record', async () => {
    const unit = at(world.units, 'bureau/舆情应对办公室');
    const accountId = await registered({
      ownerUnitId: unit,
      ownerId: at(world.people, 'office'),
      verificationReference: '机构认证 1 号',
      publisherRoles: ['spokesperson'],
      publisherIds: [at(world.people, 'office2')],
    });
    expect(await found(accountId)).toMatchObject({
      verification: 'verified',
      verifiedOn: '2026-01-05',
      verificationReference: '机构认证 1 号',
      signingUnit: '云岭县教育局',
      owner: { name: '陆怀瑾' },
      ownerUnit: { name: '舆情应对办公室' },
      publisherRoles: ['spokesperson'],
      publishers: [{ name: '简书宁' }],
    });
    const office = await person('office');
    await changeOfficialAccount(office, await markOf(accountId), details({ name: '改名' }));
    await retireOfficialAccount(office, await markOf(accountId), '并入门户网站');
    expect(await found(accountId)).toMatchObject({ active: false, retiredReason: '并入门户网站' });
    await resumeOfficialAccount(office, await markOf(accountId));
    const events = await prisma.auditEvent.findMany({
      where: { streamId: `org:${office.orgId}` },
      orderBy: { seq: 'asc' },
    });
    const told = events.filter((one) => (one.payload as Json).accountId === accountId);
    expect(told.map((one) => one.type)).toEqual([
      'org.accountRegistered',
      'org.accountChanged',
      'org.accountRetired',
      'org.accountResumed',
    ]);
  });

  it.each<[string, object, string]>([
    ['a verified account without a date', { verifiedOn: null }, 'verification_incomplete'],
    ['a publisher of nowhere', { publisherIds: [newId()] }, 'publisher_unfit'],
    ['a unit of nowhere', { ownerUnitId: newId() }, 'publisher_unfit'],
  ])('refuses %s', async (_, change, reason) => {
    expect(await reasonOf(registered(change))).toBe(reason);
  });

  it('refuses somebody who does not publish, a second registration and a stale change', async () => {
    const handler = at(world.people, 'handler');
    expect(await reasonOf(registered({ publisherIds: [handler] }))).toBe('publisher_unfit');
    const twice = account();
    const office = await person('office');
    const accountId = await registerOfficialAccount(office, twice);
    expect(await reasonOf(registerOfficialAccount(office, twice))).toBe('account_taken');
    const stale = { accountId, revision: 7 };
    expect(await reasonOf(retireOfficialAccount(office, stale, '停'))).toBe('account_stale');
    const elsewhere = { accountId: at(world.accounts, 'yunling-jiaxiao'), revision: 1 };
    expect(await reasonOf(retireOfficialAccount(office, elsewhere, '停'))).toBe('NOT_FOUND');
  });

  it.each(['officer', 'spokesperson', 'handler', 'monitor', 'auditor', 'sysadmin', 'secadmin'])(
    'is not kept by %s',
    async (name) => {
      const actor = await person(name);
      expect(await reasonOf(registerOfficialAccount(actor, account()))).toBe('FORBIDDEN');
    },
  );

  it.each(['handler', 'monitor', 'sysadmin', 'secadmin', 'audit_admin'])(
    'is not read by %s',
    async (name) => {
      const actor = await person(name);
      expect(await reasonOf(listOfficialAccounts(actor))).toBe('FORBIDDEN');
      expect(await reasonOf(loadAccountChoices(actor))).toBe('FORBIDDEN');
    },
  );

  it.each<[string, object, RegExp]>([
    ['verified without a date', { verifiedOn: null }, /official_account_verified/],
    ['retired without a reason', { active: false }, /official_account_retired/],
    ['of a role that never publishes', { publisherRoles: ['handler'] }, /official_account_roles/],
    ['verified somehow else', { verification: 'perhaps' }, /official_account_verification/],
  ])('an account %s fails by direct SQL', async (_, change, constraint) => {
    const row = {
      id: newId(),
      orgId: at(world.orgs, 'bureau'),
      ...account(),
      active: true,
      publisherIds: [],
      createdAt: new Date().toISOString(),
      revision: 1,
      ...change,
    };
    await expect(insertRow('OfficialAccount', row)).rejects.toThrow(constraint);
  });
});

/** Accounts that may not carry a publication of the spokesperson, and why. */
const BARRED: [string, object, string, RegExp][] = [
  [
    'a retired account',
    { publisherRoles: ['spokesperson'], retired: true },
    'account_retired',
    /voice_retired/,
  ],
  [
    'an account that is not verified',
    { publisherRoles: ['spokesperson'], verification: 'pending', verifiedOn: null },
    'account_unverified',
    /voice_unverified/,
  ],
  [
    'an account whose verification lapsed',
    { publisherRoles: ['spokesperson'], verification: 'lapsed' },
    'account_unverified',
    /voice_unverified/,
  ],
  [
    'an account that names others',
    { publisherRoles: ['office'] },
    'not_a_publisher',
    /voice_publisher/,
  ],
  ['an account that names nobody', {}, 'not_a_publisher', /voice_publisher/],
];

describe.each(BARRED)('through %s', (_, { retired, ...change }: Json, code, constraint) => {
  let accountId: string;
  beforeAll(async () => {
    accountId = await registered(change);
    if (retired)
      await retireOfficialAccount(await person('office'), await markOf(accountId), '停用');
  });

  it('nothing is published or answered by the API', async () => {
    const speaker = as(cast, 'spokesperson');
    const publication = {
      wordingId: text.wordingId,
      accountId,
      signatory: '云岭县教育局',
      url: 'https://kuaishou.example/1',
    };
    expect(await speaker.refusal(id, 'publish', publication)).toBe(code);
    const reply = { accountId, signatory: '云岭县教育局' };
    expect(await speaker.refusal(id, 'reply', reply)).toBe(code);
  });

  it('nothing is published or answered by direct SQL', async () => {
    const by = at(world.people, 'spokesperson');
    const now = new Date().toISOString();
    const publication = {
      id: newId(),
      incidentId: id,
      way: 'account',
      accountId,
      wordingId: text.wordingId,
      approvalRunId: approved.approval.id,
      contentHash: text.contentHash,
      signatory: '云岭县教育局',
      url: 'https://kuaishou.example/1',
      publishedBy: by,
      publishedAt: now,
    };
    await expect(insertRow('Publication', publication)).rejects.toThrow(constraint);
    const reply = {
      id: newId(),
      incidentId: id,
      channel: 'thread',
      kind: 'first',
      accountId,
      signatory: '云岭县教育局',
      repliedBy: by,
      repliedAt: now,
    };
    await expect(insertRow('Reply', reply)).rejects.toThrow(constraint);
    const ours = { ...publication, accountId: at(world.accounts, 'yunling-edu') };
    expect(await wouldTake('Publication', ours)).toBe(true);
  });
});

it('a person named beside the roles publishes, and nobody else of the role', async () => {
  const accountId = await registered({ publisherIds: [at(world.people, 'office2')] });
  const publication = {
    wordingId: text.wordingId,
    accountId,
    signatory: '云岭县教育局',
    url: 'https://kuaishou.example/2',
  };
  expect(await as(cast, 'office').refusal(id, 'publish', publication)).toBe('not_a_publisher');
  await as(cast, 'office2').does(id, 'publish', publication);
  expect((await as(cast, 'office').read(id)).publications).toHaveLength(1);
});

it('what goes out is signed by the institution or a unit its register names for the account', async () => {
  const accountId = await registered({
    publisherRoles: ['office'],
    signingUnit: '云岭县教育局、云岭县乙中学',
  });
  const office = as(cast, 'office');
  const publication = { wordingId: text.wordingId, accountId, url: 'https://kuaishou.example/3' };
  const stranger = { ...publication, signatory: '热心市民' };
  const before = (await office.read(id)).publications.length;
  expect(await office.refusal(id, 'publish', stranger)).toBe('signatory_not_registered');
  expect((await office.read(id)).publications).toHaveLength(before);
  await office.does(id, 'publish', { ...publication, signatory: '云岭县教育局、云岭县乙中学' });
  expect((await office.read(id)).publications).toHaveLength(before + 1);
});

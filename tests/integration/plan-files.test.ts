import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exportPlan } from '@/lib/plan/file';
import { presets } from '@/lib/plan/presets';
import type { ResponsePlan } from '@/lib/plan/schema';
import { getDraft, importDraft, listDrafts, publishDraft, submitDraft } from '@/lib/plan/server';
import { prisma } from '@/lib/platform/db';
import { type Client, clientsOf } from '../support/api-client';
import { ClockWorld } from '../support/clock-world';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { endDrafts, refusal, submitted } from '../support/plan-drafts';

let database: TestDatabase;
let world: ClockWorld;
let cast: Record<string, Client>;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await ClockWorld.create();
  cast = await clientsOf(world.demo);
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

beforeEach(endDrafts);

const act = (username: string) => world.actor(username);
const client = (username: string) => cast[username] as Client;

type Written = Record<string, unknown> & {
  obligations: Record<string, unknown>[];
  chains: { steps: Record<string, unknown>[] }[];
  title: Record<string, string>;
};

const p26 = () => presets.get('p26') as ResponsePlan;
const written = (change: (plan: Written) => void) => {
  const plan = JSON.parse(exportPlan(p26(), 'json')) as Written;
  change(plan);
  return JSON.stringify(plan, null, 2);
};

describe('plan files', () => {
  const cases: [string, string, { code: string; path: string; zh: RegExp; en: RegExp }][] = [
    [
      'an unknown clock',
      written((plan) => Object.assign(plan.obligations[4] ?? {}, { clock: 'lunar' })),
      {
        code: 'unknown_clock',
        path: '/obligations/4/clock',
        zh: /^第 \d+ 行，时限 first_response 的时钟“lunar”不认识。可用：wall 昼夜连续、work_hours 工作时间/,
        en: /^Line \d+: time limit first_response: the clock “lunar” is unknown/,
      },
    ],
    [
      'a cycle in a chain',
      written((plan) => {
        const steps = plan.chains[0]?.steps ?? [];
        steps.push({ ...steps[0], key: 'second' });
        Object.assign(steps[0] ?? {}, { after: ['second'] });
      }),
      {
        code: 'chain_cycle',
        path: '/chains/0/steps',
        zh: /^第 \d+ 行，审批流程 ordinary 的步骤互相等待：deputy、second、deputy/,
        en: /wait for each other: deputy, second, deputy/,
      },
    ],
    [
      'a negative amount',
      written((plan) => Object.assign(plan.obligations[4] ?? {}, { amount: -3 })),
      {
        code: 'negative',
        path: '/obligations/4/amount',
        zh: /时限 first_response 的 amount 是负数：-3/,
        en: /amount is negative: -3/,
      },
    ],
    [
      'a missing role',
      written((plan) => delete plan.chains[0]?.steps[0]?.role),
      {
        code: 'role_missing',
        path: '/chains/0/steps/0/role',
        zh: /审批步骤 deputy 没有写明角色/,
        en: /approval step deputy: no role is named/,
      },
    ],
    [
      '10,000 rules',
      written((plan) => {
        plan.obligations = Array.from({ length: 10_000 }, (_, at) => ({ rule: `r${at}` }));
      }),
      {
        code: 'too_many_rules',
        path: '/obligations',
        zh: /文件里有 10,000 条时限，最多 500 条/,
        en: /the file has 10,000 time limits, at most 500/,
      },
    ],
    [
      'a script in a title',
      written((plan) => Object.assign(plan.title, { zh: '<script>alert(1)</script>' })),
      {
        code: 'markup_in_text',
        path: '/title/zh',
        zh: /含有标记或脚本：<script>alert/,
        en: /holds markup or script/,
      },
    ],
    [
      'no plan at all',
      '{"formatVersion": ',
      { code: 'syntax', path: '', zh: /读不下去/, en: /cannot be read/ },
    ],
  ];

  it.each(cases)('%s: refused with place and reason, nothing changed', async (_, text, said) => {
    const { code, path } = said;
    const office = await act('office');
    for (const [locale, sentence] of [
      ['zh-CN', said.zh],
      ['en', said.en],
    ] as const) {
      const { errors } = await refusal(() => importDraft(office, text, { planKey: 'p26', locale }));
      expect(errors?.find((one) => one.code === code)).toMatchObject({
        path,
        message: expect.stringMatching(sentence),
      });
    }
    expect(await listDrafts(office)).toEqual([]);
    const answer = await client('office').request('POST', '/plans/validate', text);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ valid: false, publishable: false });
    expect(answer.body.problems).toContainEqual(expect.objectContaining({ code, path }));
  });

  it('goes out and comes in again as the next version', async () => {
    await publishDraft(await act('leader'), await submitted(world, 'travels'));
    const { status, headers, body } = await client('officer').request(
      'GET',
      '/plans/travels/export?format=json',
    );
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toContain('travels-v1.json');
    const office = await act('office');
    body.title.zh = '自拟标题';
    const { draftId, key, revision } = await importDraft(office, JSON.stringify(body));
    expect(key).toBe('travels');
    expect((await getDraft(office, draftId)).changes).toMatchObject([
      { path: 'title', before: { zh: presets.get('p21')?.title.zh }, after: { zh: '自拟标题' } },
    ]);
    const mark = await submitDraft(office, { draftId, revision, reason: '改题目' });
    expect(await publishDraft(await act('leader'), mark)).toMatchObject({ version: 2 });
  });

  it('over the API: YAML, presets, versions, the schema, and what there is not', async () => {
    const office = client('office');
    const get = (path: string) => office.request('GET', path);
    const yaml = await get('/plans/p26/export?format=yaml&version=1');
    expect(yaml.headers.get('content-type')).toContain('application/yaml');
    expect(parse(String(yaml.body))).toMatchObject({ key: 'p26', formatVersion: 1 });
    expect((await get('/plans/p21/export')).body).toMatchObject({ key: 'p21' });
    expect((await get('/plans/p26/export?version=99')).status).toBe(404);
    expect((await get('/plans/nothing/export')).status).toBe(404);
    expect((await get('/plans/p26/export?format=xml')).status).toBe(422);
    const schema = (await get('/plans/schema')).body;
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(schema.required).toContain('obligations');
    const text = exportPlan(p26(), 'yaml');
    const found = await office.request('POST', '/plans/validate', { text });
    expect(found.body).toMatchObject({ valid: true, publishable: true, plan: { key: 'p26' } });
    expect(found.body.findings).toContainEqual(
      expect.objectContaining({ code: 'softer_than_norm', severity: 'warning' }),
    );
    expect((await office.request('POST', '/plans/validate', 'x'.repeat(3_000_000))).status).toBe(
      413,
    );
    expect((await client('sysadmin').request('POST', '/plans/validate', text)).status).toBe(403);
  });
});

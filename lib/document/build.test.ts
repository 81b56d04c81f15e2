import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncidentState } from '@/lib/incident/model';
import { canBeMade, caseOf, GIVEN } from '@/tests/support/document-case';
import { anyDraw, inputOf } from '@/tests/support/incident-commands';
import { World } from '@/tests/support/incident-world';
import { pausablePlan } from '@/tests/support/pausable-plan';
import { POINTS, type StoryGrade, worldAt } from '@/tests/support/story';
import { buildDocument } from './build';
import { NOTHING_GIVEN } from './given';
import { DOCUMENT_KINDS } from './kinds';
import { type FactRef, type OfficialDocument, saidIn } from './model';
import { incidentTables } from './tables';

const PLACEHOLDER =
  /undefined|null|NaN|\[object|[×✕]{1,}|X{2,}|x{3,}|_{2,}|TO[- ]?DO|待填|\{\{|〔〕|第 *期/;

/** Rows a fact may name: of the incident, or of what stands beside it. */
function isOnRecord(fact: FactRef, state: IncidentState): boolean {
  if (['given', 'plan', 'org', 'calendar', 'duty'].includes(fact.rows)) return true;
  if (fact.rows === 'incident') return fact.id === null || fact.id === state.incident.id;
  const rows = state[fact.rows as 'mentions'];
  return fact.id === null || rows.some((one) => one.id === fact.id);
}

/** What holds of every document: each sentence has its facts, none invents, nothing is left to fill. */
function check(document: OfficialDocument, state: IncidentState): void {
  for (const said of saidIn(document)) {
    expect(said.text.trim(), document.kind).not.toBe('');
    expect(said.text, document.kind).not.toMatch(PLACEHOLDER);
    expect(said.facts.length, `${document.kind}: ${said.text}`).toBeGreaterThan(0);
    for (const fact of said.facts) {
      expect(
        isOnRecord(fact, state),
        `${document.kind}: ${said.text} ${JSON.stringify(fact)}`,
      ).toBe(true);
    }
    if (said.isAbsent) expect(said.text).toMatch(/无|未|不|仅/);
  }
  expect(document.title).not.toMatch(PLACEHOLDER);
}

function checkAll(world: World): number {
  let built = 0;
  for (const given of [GIVEN, NOTHING_GIVEN]) {
    const paper = caseOf(world.current, world.plan, world.now, given);
    for (const kind of DOCUMENT_KINDS) {
      const document = buildDocument(paper, kind);
      expect(document !== null, kind).toBe(canBeMade(kind, world.current));
      if (document) check(document, world.current);
      built += document ? 1 : 0;
    }
    expect(
      incidentTables(paper).every(({ header, rows }) =>
        rows.every((row) => row.length === header.length),
      ),
    ).toBe(true);
  }
  return built;
}

describe('documents of any incident', () => {
  it.each(POINTS)('at the point "%s": every sentence names its facts', (point) => {
    expect(checkAll(worldAt(point, 'serious', new World()))).toBeGreaterThan(0);
  });

  it('no builder throws or invents, whatever people did before', () => {
    const life = fc.tuple(
      fc.constantFrom(...POINTS),
      fc.constantFrom<StoryGrade>('ordinary', 'serious'),
      fc.array(anyDraw, { minLength: 5, maxLength: 30 }),
    );
    fc.assert(
      fc.property(life, ([point, grade, draws]) => {
        const world = worldAt(point, grade, new World({ plan: pausablePlan() }));
        for (const draw of draws) {
          world.later(draw.minutes);
          world.attempt(
            draw.type === 'fireDeadline' ? 'sweeper' : draw.who,
            draw.type,
            inputOf(world, draw),
          );
        }
        checkAll(world);
      }),
      { numRuns: 60, seed: 20261122 },
    );
  }, 120_000);
});

const textOf = (document: OfficialDocument | null): string =>
  document
    ? saidIn(document)
        .map((one) => one.text)
        .join('\n')
    : '';

describe('what a document says', () => {
  const fresh = () => {
    const world = new World();
    world.do('officer', 'log', { title: '校门口路面塌陷' });
    return world;
  };

  it('an incident that was only logged is told thinly, section by section', () => {
    const world = fresh();
    const paper = caseOf(world.current, world.plan, world.now, NOTHING_GIVEN);
    const review = textOf(buildDocument(paper, 'review_report'));
    for (const sentence of [
      '尚无传播数据记录。',
      '尚无核实反馈记录，以上为网上所见，未经核实。',
      '尚无处置措施记录。',
      '尚无效果评价的记录。',
      '尚无问题教训的记录。',
      '尚无整改措施的记录。',
    ]) {
      expect(review).toContain(sentence);
    }
    expect(textOf(buildDocument(paper, 'analysis_report'))).toContain('数据不足');
    expect(textOf(buildDocument(paper, 'special_report'))).toContain('尚无处置建议的记录');
  });

  it('numbers and names that nobody gave are left out', () => {
    const world = fresh();
    const paper = caseOf(world.current, world.plan, world.now, NOTHING_GIVEN);
    expect(buildDocument(paper, 'report')?.head).toMatchObject({ number: null, signer: null });
    expect(buildDocument(paper, 'special_report')?.head).toMatchObject({ issue: null });
    const given = caseOf(world.current, world.plan, world.now);
    expect(buildDocument(given, 'report')?.head).toMatchObject({ number: '云教报〔2026〕12号' });
  });

  it('masks personal data in what people wrote', () => {
    const world = fresh();
    world.do('office', 'assess', { facts: '当事人电话13812345678', proposedGrade: 'ordinary' });
    const paper = caseOf(world.current, world.plan, world.now);
    const told = textOf(buildDocument(paper, 'report'));
    expect(told).not.toContain('13812345678');
  });

  it('a report that was sent states what was on record then', () => {
    const world = fresh();
    world.do('officer', 'sendReport', { content: '首报：校门口路面塌陷' });
    const sentAt = world.now;
    world.later(60).do('office', 'assess', { facts: '管道渗漏', proposedGrade: 'ordinary' });
    const paper = caseOf(world.current, world.plan, world.now);
    const document = buildDocument(paper, 'initial_report');
    expect(textOf(document)).toContain('报告正文：首报：校门口路面塌陷。');
    expect(textOf(document)).not.toContain('管道渗漏');
    expect(sentAt < world.now).toBe(true);
    expect(textOf(buildDocument(paper, 'report'))).toContain('管道渗漏');
  });

  it('numbers updates in order', () => {
    const world = fresh();
    world.do('officer', 'sendReport', { content: '首报' });
    const update = { kind: 'update' as const, content: '进展', newRisks: '可能聚集' };
    world.later(30).do('officer', 'sendReport', update);
    world.later(30).do('officer', 'sendReport', update);
    const paper = caseOf(world.current, world.plan, world.now);
    const [, first] = world.current.reports;
    expect(buildDocument(paper, 'update_report', first?.id)?.title).toMatch(/续报一$/);
    expect(buildDocument(paper, 'update_report')?.title).toMatch(/续报二$/);
    expect(textOf(buildDocument(paper, 'update_report'))).toContain('可能衍生的新情况：可能聚集。');
  });

  it('the review sets every limit beside what became of it', () => {
    const world = worldAt('closed', 'ordinary', new World());
    const paper = caseOf(world.current, world.plan, world.now);
    const document = buildDocument(paper, 'review_report');
    const table = document?.blocks.find(
      (one) => one.kind === 'table' && one.caption === '处置及时限对照表',
    );
    expect(table).toMatchObject({ kind: 'table' });
    if (table?.kind === 'table') expect(table.rows).toHaveLength(world.current.deadlines.length);
  });

  it('the approval sheet shows every step, who signed when, and the hash', () => {
    const world = worldAt('following', 'serious', new World());
    const [wording] = world.current.wordings;
    const paper = caseOf(world.current, world.plan, world.now);
    const sheet = textOf(buildDocument(paper, 'approval_sheet', wording?.id ?? null));
    const run = world.current.approvalRuns.find((one) => one.wordingId === wording?.id);
    expect(sheet).toContain(run?.contentHash);
    const steps = world.current.approvalSteps.filter((one) => one.runId === run?.id);
    for (const step of steps) expect(sheet).toContain(`${step.position + 1}．`);
    expect(sheet).toContain('同意');
  });
});

import { describe, expect, it } from 'vitest';
import { attach, confirmed, grounds, putOut } from '@/tests/support/guard-worlds';
import { ROADS } from '@/tests/support/incident-world';
import { POINTS, worldAt } from '@/tests/support/story';
import { CATEGORIES, GRAVE_CATEGORIES, MATTER_AUTHORITIES } from './keys';

describe('guard 3: acting against the poster', () => {
  it.each(['inquiry', 'suggestion'] as const)('is impossible for %s', (category) => {
    const { world, input } = grounds(category);
    expect(world.refusal('office', 'proposePosterAction', input)).toBe('category_bars_action');
    expect(world.current.posterActions).toEqual([]);
  });

  it.each(GRAVE_CATEGORIES)('goes its whole way for %s', (category) => {
    const { world, input } = grounds(category);
    world.do('office', 'proposePosterAction', input);
    const posterActionId = world.last('posterActions').id;
    world.do('member', 'reviewPosterAction', { posterActionId, opinion: '构成' });
    world.do('leader', 'approvePosterAction', { posterActionId });
    world.do('office', 'recordPosterAction', { posterActionId, reference: '公安受字1号' });
    expect(world.last('posterActions')).toMatchObject({ state: 'sent', category });
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['facts that were published', 'facts_not_published', { publicationId: null }],
    ['serious harm', 'harm_not_documented', { harm: null }],
    ['evidence of the harm', 'harm_not_documented', { harmEvidenceId: null }],
  ])('malicious spread without %s is refused', (_, code, change) => {
    const { world, input } = grounds('malicious_spread');
    expect(world.refusal('office', 'proposePosterAction', { ...input, ...change })).toBe(code);
  });

  it('malicious spread that did not go on is refused', () => {
    const world = worldAt('responding');
    confirmed(world, 'malicious_spread');
    const publicationId = putOut(world, 'statement');
    const input = {
      kind: 'request',
      authority: 'cyberspace',
      statement: '请处理',
      harm: '停课',
      harmEvidenceId: attach(world),
      publicationId,
    } as const;
    expect(world.refusal('office', 'proposePosterAction', input)).toBe('spreading_not_shown');
    world.later(60).do('officer', 'recordSample', { reposts: 40 });
    expect(world.refusal('office', 'proposePosterAction', input)).toBe('spreading_not_shown');
    world.later(60).do('officer', 'recordSample', { reposts: 400, isVisible: false });
    expect(world.refusal('office', 'proposePosterAction', input)).toBe('spreading_not_shown');
    world.later(60).do('officer', 'recordSample', { reposts: 90 });
    expect(world.refusal('office', 'proposePosterAction', input)).toBeNull();
    expect(world.last('posterActions').spreadId).toBe(world.last('samples').id);
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['the article cited', 'article_needed', { article: null }],
    ['the clarification', 'clarification_needed', { publicationId: null }],
  ])('falsehood without %s is refused', (_, code, change) => {
    const { world, input } = grounds('falsehood_or_unlawful');
    expect(world.refusal('office', 'proposePosterAction', { ...input, ...change })).toBe(code);
  });

  it('a falsehood needs a clarification, not any publication', () => {
    const { world, input } = grounds('falsehood_or_unlawful');
    const publicationId = putOut(world, 'statement');
    expect(world.refusal('office', 'proposePosterAction', { ...input, publicationId })).toBe(
      'clarification_needed',
    );
  });

  it('a falsehood needs its legal reviewer, who is neither proposer nor approver', () => {
    const { world, input } = grounds('falsehood_or_unlawful');
    world.do('office', 'proposePosterAction', input);
    const posterActionId = world.last('posterActions').id;
    expect(world.refusal('leader', 'approvePosterAction', { posterActionId })).toBe(
      'legal_review_needed',
    );
    const review = { posterActionId, opinion: '构成' };
    expect(world.refusal('office', 'reviewPosterAction', review)).toBe('proposer_may_not_confirm');
    world.do('leader', 'reviewPosterAction', review);
    expect(world.refusal('leader', 'approvePosterAction', { posterActionId })).toBe(
      'proposer_may_not_confirm',
    );
    expect(world.refusal('office', 'recordPosterAction', { posterActionId })).toBe(
      'action_not_approved',
    );
  });

  it('the proposer never approves', () => {
    const { world, input } = grounds('malicious_spread');
    world.do('leader', 'proposePosterAction', input);
    const posterActionId = world.last('posterActions').id;
    expect(world.refusal('leader', 'approvePosterAction', { posterActionId })).toBe(
      'proposer_may_not_confirm',
    );
  });

  it('ends when the category changes on the way', () => {
    const { world, input } = grounds('malicious_spread');
    world.do('office', 'proposePosterAction', input);
    const posterActionId = world.last('posterActions').id;
    world.do('leader', 'approvePosterAction', { posterActionId });
    world.do('office', 'categorise', { category: 'inquiry', reason: '属实' });
    expect(world.refusal('office', 'recordPosterAction', { posterActionId })).toBe(
      'category_bars_action',
    );
  });

  it('a category that one person only proposed opens nothing', () => {
    const { world, input } = grounds('inquiry');
    world.do('office', 'categorise', { category: 'falsehood_or_unlawful', reason: '捏造' });
    expect(world.refusal('office', 'proposePosterAction', input)).toBe('category_bars_action');
  });
});

describe('guard 3: reporting the matter', () => {
  const cases = CATEGORIES.flatMap((category) => POINTS.map((point) => [category, point] as const));

  it.each(cases)('works for %s at %s', (category, point) => {
    const world = worldAt(point);
    if (world.incident.closedAt === null && category !== 'inquiry') confirmed(world, category);
    for (const authority of MATTER_AUTHORITIES) {
      world.do('officer', 'reportMatter', { authority, content: '孩子身上有伤' });
    }
    const matterReportId = world.last('matterReports').id;
    world.do('leader', 'countersignMatter', { matterReportId });
    expect(world.last('matterReports').countersignedBy).not.toBeNull();
  });

  it('goes with logging, in the same act', () => {
    const world = worldAt('detected');
    expect(world.current.matterReports).toEqual([]);
    const fresh = new (world.constructor as new () => typeof world)();
    fresh.do('officer', 'log', {
      title: '孩子身上有伤',
      unitId: ROADS,
      matter: { authority: 'child_protection' },
    });
    expect(fresh.last('matterReports')).toMatchObject({
      authority: 'child_protection',
      content: '孩子身上有伤',
      countersignedAt: null,
    });
  });
});

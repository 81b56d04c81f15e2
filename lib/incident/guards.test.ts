import { describe, expect, it } from 'vitest';
import { ACCOUNT, fixedId, PARENT_ORG_ID, World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';
import { commands } from './commands';
import { DISMISSAL_REASONS, FINDINGS, GRAVE_CATEGORIES, PUBLICATION_WAYS } from './keys';

const approved = (kind: 'statement' | 'internal_line' = 'statement') => {
  const world = worldAt('responding');
  const wordingId = world.submitDraft(kind);
  world.approveAs('deputy');
  return { world, wordingId };
};

describe('guard 1: official voice only', () => {
  it.each([null, fixedId(3, 99)])('nothing is published through account %s', (accountId) => {
    const { world, wordingId } = approved();
    const input = { wordingId, accountId, signatory: '示范局' };
    expect(world.refusal('spokesperson', 'publish', input)).toBe('no_official_account');
  });

  it.each(PUBLICATION_WAYS.filter((way) => way !== 'account'))('%s needs no account', (way) => {
    const { world, wordingId } = approved();
    world.do('spokesperson', 'publish', {
      wordingId,
      way,
      signatory: '示范局',
      place: '一楼会议室',
      url: 'https://a.cn/1',
    });
    expect(world.last('publications').way).toBe(way);
  });

  it('an official way does not carry a private account along', () => {
    const { world, wordingId } = approved();
    const input = { wordingId, way: 'letter', accountId: fixedId(3, 99), signatory: '甲' } as const;
    expect(world.refusal('spokesperson', 'publish', input)).toBe('no_official_account');
  });

  it('no signatory, no publication; no way that is not listed', () => {
    const wordingId = fixedId(9, 1);
    const { input } = commands.publish;
    expect(input.safeParse({ wordingId, accountId: ACCOUNT, signatory: ' ' }).success).toBe(false);
    expect(input.safeParse({ wordingId, way: 'comments', signatory: '局' }).success).toBe(false);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '见单位公告栏', 'http://'])(
    '%s is no address at which anybody sees it again',
    (url) => {
      const input = { wordingId: fixedId(9, 1), accountId: ACCOUNT, signatory: '局', url };
      expect(commands.publish.input.safeParse(input).success).toBe(false);
    },
  );

  it('an address in which nothing can be seen is none', () => {
    const { world, wordingId } = approved();
    const input = { wordingId, accountId: ACCOUNT, signatory: '示范局', url: '\u200b\u2060' };
    expect(world.refusal('spokesperson', 'publish', input)).toBe('evidence_needed');
  });

  it('a thread is answered from a registered account only', () => {
    const world = worldAt('detected');
    expect(world.refusal('officer', 'reply', { signatory: '示范局' })).toBe('no_official_account');
    world.do('officer', 'reply', { signatory: '示范局', accountId: ACCOUNT });
    expect(world.last('replies')).toMatchObject({ channel: 'thread', kind: 'first' });
  });

  it('a formal answer needs approved words, a first one a text agreed in advance', () => {
    const world = worldAt('responding');
    const formal = { kind: 'formal', channel: 'phone', signatory: '示范局' } as const;
    expect(world.refusal('office', 'reply', formal)).toBe('wording_not_approved');
    const wordingId = world.submitDraft('reply');
    expect(world.refusal('office', 'reply', { ...formal, wordingId })).toBe('wording_not_approved');
    world.approveAs('deputy');
    world.do('office', 'reply', { ...formal, wordingId });
    expect(world.last('replies').contentHash).toBe(world.hashOf(world.last('wordings')));
    const unknown = { channel: 'phone', signatory: '局', acknowledgementKey: 'other' } as const;
    expect(world.refusal('officer', 'reply', unknown)).toBe('wording_not_approved');
  });

  it('the internal line is approved like any text and never goes out', () => {
    const { world, wordingId } = approved('internal_line');
    expect(world.last('wordings').state).toBe('approved');
    const input = { wordingId, accountId: ACCOUNT, signatory: '示范局' };
    expect(world.refusal('spokesperson', 'publish', input)).toBe('internal_line_not_public');
    expect(world.refusal('office', 'reply', { ...input, kind: 'formal' })).toBe(
      'internal_line_not_public',
    );
    world.do('office', 'recordMediaEnquiry', { outlet: '日报', question: '属实吗' });
    const answer = { enquiryId: world.last('mediaEnquiries').id, wordingId };
    expect(world.refusal('spokesperson', 'answerMediaEnquiry', answer)).toBe(
      'internal_line_not_public',
    );
  });
});

describe('guard 2: taking a post down is no result', () => {
  it('a finding says whether it is true, and nothing else', () => {
    expect([...FINDINGS]).toEqual(['true', 'partly_true', 'untrue']);
    const feedback = { assignmentId: fixedId(9, 1), course: '经过', signedByPrincipal: '科长' };
    for (const finding of ['deleted', '已删帖', 'removed']) {
      expect(commands.feedBack.input.safeParse({ ...feedback, finding }).success).toBe(false);
    }
  });

  it('no command asks for a post to vanish', () => {
    const names = Object.keys(commands).join(' ');
    expect(names).not.toMatch(/delete|remove|takeDown|suppress|hide|comment/i);
  });
});

describe('guard 3: recategorising against a poster needs a second person', () => {
  it.each(GRAVE_CATEGORIES)('%s waits for another', (category) => {
    const world = worldAt('reported');
    world.do('office', 'categorise', { category, reason: '多平台同文' });
    expect(world.incident.category).toBe('inquiry');
    const categorisationId = world.last('categorisations').id;
    expect(world.refusal('office', 'confirmCategory', { categorisationId })).toBe(
      'proposer_may_not_confirm',
    );
    world.do('deputy', 'confirmCategory', { categorisationId });
    expect(world.incident.category).toBe(category);
    expect(world.refusal('deputy2', 'confirmCategory', { categorisationId })).toBe(
      'already_decided',
    );
  });

  it('is not set by logging either', () => {
    const world = new World();
    world.do('officer', 'log', { title: '甲', category: 'falsehood_or_unlawful' });
    expect(world.incident.category).toBeNull();
    expect(world.last('categorisations').state).toBe('proposed');
  });

  it('a change asks for its reason', () => {
    const world = worldAt('reported');
    expect(world.refusal('office', 'categorise', { category: 'suggestion' })).toBe('reason_needed');
  });
});

describe('guard 4: no hiding', () => {
  it('a dismissal names a listed reason', () => {
    expect(commands.dismiss.input.safeParse({ reason: 'bad_for_us', note: '无' }).success).toBe(
      false,
    );
    expect(DISMISSAL_REASONS).not.toContain('deleted');
  });

  it('a correction stands beside the line it corrects', () => {
    const world = worldAt('detected');
    const before = world.events.length;
    world.do('office', 'correct', { reason: '地名写错', correctsSeq: 1, title: '人民路塌陷' });
    expect(world.events[0]?.payload).toMatchObject({ text: { title: '路面塌陷无人管' } });
    expect(world.events.length).toBeGreaterThan(before);
    expect(world.incident.title).toBe('人民路塌陷');
    expect(world.last('notes')).toMatchObject({ kind: 'correction', correctsSeq: 1 });
    const nowhere = { reason: '无', correctsSeq: 999 };
    expect(world.refusal('office', 'correct', nowhere)).toBe('unknown_target');
  });

  it('a drill is born one: only logging can say so', () => {
    const takes = Object.entries(commands).filter(
      ([, { input }]) => 'isDrill' in ((input as unknown as { shape?: object }).shape ?? {}),
    );
    expect(takes.map(([name]) => name)).toEqual(['log']);
    const world = new World();
    world.do('officer', 'log', { title: '演练', isDrill: true });
    expect(world.incident.isDrill).toBe(true);
  });

  it('a decision not to publish has a listed reason, an end and two people', () => {
    const world = worldAt('responding');
    const input = { reason: 'privacy_of_minors', explanation: '涉未成年人' } as const;
    const past = { ...input, expiresAt: '2026-01-01T00:00:00Z' };
    expect(world.refusal('office', 'proposeNonPublication', past)).toBe('extension_not_later');
    world.do('office', 'proposeNonPublication', { ...input, expiresAt: '2026-12-01T00:00:00Z' });
    const nonPublicationId = world.last('nonPublications').id;
    expect(world.deadline('first_publication').state).toBe('open');
    expect(world.refusal('office', 'approveNonPublication', { nonPublicationId })).toBe(
      'proposer_may_not_confirm',
    );
    world.do('leader', 'approveNonPublication', { nonPublicationId });
    expect(world.deadline('first_publication').state).toBe('met');
  });
});

describe('what an update must say', () => {
  it('is which new situations may arise', () => {
    const world = worldAt('reported');
    const update = { kind: 'update', content: '续报' } as const;
    expect(world.refusal('office', 'sendReport', update)).toBe('reason_needed');
    world.do('office', 'sendReport', { ...update, newRisks: '或有聚集' });
    expect(world.last('reports')).toMatchObject({ kind: 'update', sequence: 1 });
  });

  it('is acknowledged by another than its sender', () => {
    const world = worldAt('reported');
    world.do('officer', 'sendReport', { target: 'leader', content: '首报' });
    const reportId = world.last('reports').id;
    expect(world.refusal('officer', 'acknowledgeReport', { reportId })).toBe(
      'proposer_may_not_confirm',
    );
    world.do('leader', 'acknowledgeReport', { reportId });
    expect(world.refusal('leader', 'acknowledgeReport', { reportId })).toBe('already_acknowledged');
  });

  it('sent to the institution above, is not received by the one that sent it', () => {
    const world = worldAt('detected');
    world.do('officer', 'sendReport', { content: '首报' });
    const { id: reportId, toOrgId } = world.last('reports');
    expect(toOrgId).toBe(PARENT_ORG_ID);
    expect(world.refusal('leader', 'acknowledgeReport', { reportId })).toBe('not_your_unit');
    const { offered } = commands.acknowledgeReport;
    const { actor } = world.context('leader');
    expect(offered(world.current, actor, world.plan)).toBe(false);
    expect(offered(world.current, { ...actor, orgId: PARENT_ORG_ID }, world.plan)).toBe(true);
  });
});

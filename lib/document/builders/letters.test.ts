import { describe, expect, it } from 'vitest';
import { caseOf, GIVEN } from '@/tests/support/document-case';
import { World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';
import { buildDocument } from '../build';
import { NOTHING_GIVEN } from '../given';
import { saidIn } from '../model';

const DAY_MS = 86_400_000;

/** A letter of correction that was sent in approved words, with or without a day for the answer. */
function sentLetter(change: object = {}) {
  const world = worldAt('responding', 'ordinary', new World());
  const wordingId = world.submitDraft('clarification');
  world.approveAs('deputy');
  world.do('office', 'sendCorrectionLetter', {
    outlet: '某市晚报',
    articleUrl: 'https://news.example/1',
    wrong: '称路面塌陷致三人受伤。',
    fact: '现场无人受伤',
    demand: 'correct',
    wordingId,
    signatory: '示范局',
    replyDueAt: new Date(Date.parse(world.now) + 2 * DAY_MS).toISOString(),
    ...change,
  });
  return world;
}

const lettersText = (world: World, given = NOTHING_GIVEN) => {
  const document = buildDocument(
    caseOf(world.current, world.plan, world.now, given),
    'correction_letter',
  );
  return { document, lines: document ? saidIn(document).map((one) => one.text) : [] };
};

describe('更正函', () => {
  it('says what is wrong, what is so, what is asked for, and the approved words', () => {
    const world = sentLetter();
    const { document, lines } = lettersText(world);
    expect(document).toMatchObject({
      title: '关于商请更正有关报道的函',
      addressee: '某市晚报',
      head: { kind: 'letter', mark: '云岭县教育局', number: null },
      signature: { org: '示范局', isSealed: true },
      closing: [],
    });
    const text = lines.join('\n');
    expect(text).toContain('称：“称路面塌陷致三人受伤”。');
    expect(text).toContain('事实是：现场无人受伤。');
    expect(text).toMatch(/现商请你单位更正上述报道，并于2026年\d+月\d+日.*前函复我单位。/);
    const { wordingVersions, correctionLetters } = world.current;
    const body = wordingVersions.find(
      (one) => one.contentHash === correctionLetters[0]?.contentHash,
    )?.body;
    for (const line of body?.split(/\n+/) ?? ['-']) expect(text).toContain(line);
    expect(text).toContain('（联系人：沈知行；电话：0900-5551001）');
    expect(JSON.stringify(document?.blocks)).toContain('特此函商，盼复。');
  });

  it('names no day where none was named, and takes number and copies from the office', () => {
    const { document, lines } = lettersText(sentLetter({ replyDueAt: null }), GIVEN);
    expect(lines.join('\n')).not.toContain('函复');
    expect(JSON.stringify(document?.blocks)).toContain('特此函商。');
    expect(document?.head).toMatchObject({ number: '云教报〔2026〕12号' });
    expect(document?.closing).toMatchObject([{ label: '抄送' }]);
  });

  it.each([
    ['clarify', '关于商请刊登澄清的函'],
    ['publish_response', '关于商请刊登有关回应的函'],
  ])('that asks to %s says so', (demand, title) => {
    expect(lettersText(sentLetter({ demand })).document?.title).toBe(title);
  });
});

describe('签收单', () => {
  const receiptOf = (world: World, ref: string | null = null) => {
    const paper = caseOf(world.current, world.plan, world.now, NOTHING_GIVEN);
    return buildDocument(paper, 'receipt', ref);
  };
  const reported = (medium: 'oral' | 'written') => {
    const world = new World();
    world.do('officer', 'log', { title: '校门口路面塌陷' });
    const input = {
      medium,
      target: 'authority' as const,
      content: '首报',
      recipient: '县委宣传部',
    };
    world.do('officer', 'sendReport', input);
    return world;
  };

  it('leaves room for the hand of who receives, and names who received in the system', () => {
    const world = reported('written');
    const before = receiptOf(world);
    expect(before?.title).toBe('文件签收单');
    expect(before?.blocks.at(-1)).toEqual({ kind: 'box', label: '签收人签名、日期' });
    const text = JSON.stringify(before);
    expect(text).toContain('关于“校门口路面塌陷”舆情的首报');
    expect(text).toContain('县委宣传部');
    world.later(10).do('leader', 'acknowledgeReport', { reportId: world.last('reports').id });
    const after = receiptOf(world);
    expect(text).not.toContain('签收时间');
    expect(JSON.stringify(after)).toContain('签收时间');
    expect(after?.blocks.at(-1)).toEqual({ kind: 'box', label: '备注' });
  });

  it('is not made of a telephone call', () => {
    const world = reported('oral');
    expect(receiptOf(world)).toBeNull();
    expect(receiptOf(world, world.last('reports').id)).toBeNull();
  });
});

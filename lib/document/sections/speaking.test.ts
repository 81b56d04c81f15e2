import { describe, expect, it } from 'vitest';
import type { CommandInput } from '@/lib/incident/commands';
import { caseOf } from '@/tests/support/document-case';
import { ACCOUNT, type World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';
import { buildDocument } from '../build';
import { NOTHING_GIVEN } from '../given';
import { saidIn } from '../model';
import { incidentTables } from '../tables';
import { speaking } from './speaking';

const HOUR_MS = 3_600_000;
const inHours = (world: World, hours: number) =>
  new Date(Date.parse(world.now) + hours * HOUR_MS).toISOString();

function speakingWorld() {
  const world = worldAt('responding');
  const wordingId = world.submitDraft();
  world.approveAs('deputy');
  const release = (input: Partial<CommandInput<'publish'>> = {}) => {
    const common = { wordingId, accountId: ACCOUNT, signatory: '示范局', url: 'https://a.cn/1' };
    world.do('spokesperson', 'publish', { ...common, ...input });
    return world.last('publications').id;
  };
  return { world, wordingId, release };
}

const paperOf = (world: World) => caseOf(world.current, world.plan, world.now, NOTHING_GIVEN);
const toldBy = (world: World) =>
  speaking(paperOf(world))
    .map((one) => one.text)
    .join('\n');

describe('what was said in public', () => {
  it('is told in stages, with what was being checked and how the promise was kept', () => {
    const { world, release } = speakingWorld();
    const first = release({ stillChecking: '渗漏原因', nextUpdateAt: inHours(world, 2) });
    expect(toldBy(world)).toMatch(/发布首次情况.*\n发布时正在核实：渗漏原因。\n.*，尚未到时间。/);
    const second = release({ continuesId: first, url: 'https://a.cn/2' });
    expect(toldBy(world.later(30))).toMatch(/发布第二次情况.*/);
    expect(toldBy(world)).toMatch(/当时承诺于.*前更新情况，.*按时更新。/);
    release({ correctsId: second });
    expect(toldBy(world)).toMatch(/发布更正，更正2026年.*发布的内容/);
  });

  it('says that a promised update is owed, and does not promise it again once it came', () => {
    const { world, release } = speakingWorld();
    const first = release({ nextUpdateAt: inHours(world, 1) });
    world.later(90);
    expect(toldBy(world)).toContain('已过时间，尚未更新');
    const report = () => JSON.stringify(buildDocument(paperOf(world), 'report'));
    expect(report()).toContain('已承诺于');
    release({ continuesId: first });
    expect(toldBy(world)).toContain('逾期更新');
    expect(report()).not.toContain('已承诺于');
  });

  it('names the place of a meeting and who was there, and who put it out for the house', () => {
    const { world, release } = speakingWorld();
    release({
      way: 'parents_meeting',
      accountId: null,
      place: '一楼会议室',
      attendees: '家长代表',
    });
    release({ way: 'media_release', accountId: null, through: '县融媒体中心' });
    expect(toldBy(world)).toContain('家长会（地点：一楼会议室；参加：家长代表）');
    expect(toldBy(world)).toContain('由县融媒体中心发布');
  });

  it('tells a letter of correction and what came of it, in every document and in the tables', () => {
    const { world, wordingId, release } = speakingWorld();
    release({ nextUpdateAt: inHours(world, 1) });
    world.do('office', 'sendCorrectionLetter', {
      outlet: '某市晚报',
      wrong: '称三人受伤',
      fact: '无人受伤',
      demand: 'correct',
      wordingId,
      signatory: '示范局',
    });
    const sentence = '向某市晚报发更正函，请其更正报道，尚未收到答复。';
    for (const kind of ['report', 'special_report', 'briefing', 'review_report'] as const) {
      const document = buildDocument(paperOf(world), kind);
      const text = document ? saidIn(document).map((one) => one.text) : [];
      expect(text.join('\n'), kind).toContain(sentence);
    }
    expect(JSON.stringify(buildDocument(paperOf(world), 'analysis_report'))).toContain(
      '向某市晚报发更正函',
    );
    const letterId = world.last('correctionLetters').id;
    world.later(60).do('office', 'recordCorrectionReply', { letterId, outcome: 'corrected' });
    expect(toldBy(world)).toContain('记录结果：已更正。');
    const sheet = incidentTables(paperOf(world)).find((one) => one.name === '答复与发布');
    expect(sheet?.rows.map((row) => row[0])).toEqual(expect.arrayContaining(['发布', '更正函']));
    expect(sheet?.rows.flat()).toContain('未更新');
  });
});

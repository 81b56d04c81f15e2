import { describe, expect, it } from 'vitest';
import { type Point, worldAt } from '../../tests/support/story';
import { firstReportFacts, firstReportText } from './first-report-text';

const words = {
  now: '2026-11-22T02:30:00.000Z',
  grade: (key: string) => (key === 'ordinary' ? '一般' : key),
  unit: () => '道路科',
  reporter: { name: '沈知行', phone: '0900-5551001' },
};

function textAt(point: Point): string {
  const { state } = worldAt(point);
  if (!state) throw new Error(`no incident at ${point}`);
  return firstReportText(firstReportFacts(state, words));
}

describe('firstReportText', () => {
  it('says what is not known, and nothing that is not stored', () => {
    const text = textAt('detected');
    expect(text.split('\n').map((line) => line.slice(0, 4))).toEqual(
      expect.arrayContaining([
        '二、事项',
        '三、传播',
        '四、言论',
        '五、核实',
        '六、已采',
        '七、研判',
      ]),
    );
    expect(text).toContain('路面塌陷无人管；涉及单位：道路科');
    expect(text).toContain('来源微博，发布时间不详\n链接：https://weibo.com/1/a');
    expect(text).toContain('传播数据：尚无记录');
    expect(text).toContain('核实情况：尚未核实，以上为网上所见');
    expect(text).toContain('已采取措施：尚无记录');
    expect(text).toContain('需支持事项：未提出；下次报告时间：未定');
    expect(text).toContain('报告人：沈知行，电话 0900-5551001');
    expect(text).not.toMatch(/null|undefined/);
  });

  it('guard 8: a fact that is missing is said to be missing, and no sentence stands without one', () => {
    const { state } = worldAt('reviewing');
    if (!state) throw new Error('no incident');
    const facts = firstReportFacts(state, words);
    const thin = firstReportText({
      ...facts,
      recipient: null,
      source: null,
      unit: null,
      counts: null,
      trend: null,
      verified: [],
      measures: [],
      grade: null,
      nextReportAt: null,
      reporter: null,
      attachments: 0,
    });
    for (const said of [
      '报送对象：未填写',
      '来源未填写',
      '涉及单位：未填写',
      '三、传播数据：尚无记录',
      '四、言论倾向：尚无研判记录',
      '尚未核实，以上为网上所见',
      '六、已采取措施：尚无记录',
      '七、研判及等级：尚未研判定级',
      '下次报告时间：未定',
      '报告人：未填写',
      '附件：无',
    ]) {
      expect(thin).toContain(said);
    }
    const full = firstReportText(facts);
    for (const sentence of facts.verified) expect(full).toContain(sentence);
    expect(thin).not.toMatch(/正面|良好|高度重视|第一时间|null|undefined/);
  });

  it('is headed by the name of the report it is, and speaks of a drill', () => {
    const { state } = worldAt('reviewing');
    if (!state) throw new Error('no incident');
    const facts = firstReportFacts(state, words);
    expect(firstReportText(facts)).toMatch(/^【舆情首报】/);
    const second = firstReportText({ ...facts, name: '续报二', isDrill: true });
    expect(second).toMatch(/^【舆情续报二·演练】/);
  });

  it('tells findings, counts and the grade once they are stored', () => {
    const text = textAt('reviewing');
    expect(text).toContain('道路科反馈：属实');
    expect(text).toContain('转发 41，评论 10（截至 ');
    expect(text).toContain('已定级：一般');
  });
});

import { describe, expect, it } from 'vitest';
import { part, textsOf } from '@/tests/support/plan-conformance';

const template = () => part('p27');

describe('P27 outline of an analysis', () => {
  const top = () => template().headings.filter((one) => one.under === undefined);
  const under = (word: RegExp) => {
    const heading = top().find((one) => word.test(one.label.zh));
    return template().headings.filter((one) => heading && one.under === heading.key);
  };

  it('is a template without duties, levels or chains', () => {
    expect(template().kind).toBe('report_template');
    expect(template().obligations).toEqual([]);
    expect(template().levels).toEqual([]);
    expect(template().chains).toEqual([]);
  });

  it('opens with a summary and a timeline, then spread, content, comment', () => {
    const labels = top().map((one) => one.label.zh);
    const three = labels.slice(-3).join(' ');
    expect(three).toMatch(/传播.*内容.*点评/);
    expect(
      textsOf(template())
        .map((one) => one.text)
        .join(),
    ).toMatch(/简介/);
    expect(
      textsOf(template())
        .map((one) => one.text)
        .join(),
    ).toMatch(/时间线/);
  });

  it('spread: platforms, key times, mood, who spreads, regions', () => {
    const labels = under(/传播/).map((one) => one.label.zh);
    expect(labels).toHaveLength(5);
    const wanted = [/平台/, /时期/, /情绪/, /人群/, /区域|地域/];
    wanted.forEach((word, index) => {
      expect(labels[index]).toMatch(word);
    });
  });

  it('content: words, topics, views in focus', () => {
    const labels = under(/内容/).map((one) => one.label.zh);
    expect(labels).toHaveLength(3);
    [/热词/, /话题/, /观点/].forEach((word, index) => {
      expect(labels[index]).toMatch(word);
    });
  });

  it('says that three headings are cut in the source and carries none of its sample figures', () => {
    expect(template().flags.map((one) => one.code)).toContain('TRUNC');
    expect(JSON.stringify(template())).not.toMatch(/5\.41|39\.8/);
    expect(JSON.stringify(template())).not.toMatch(/识微/);
  });
});

import { describe, expect, it } from 'vitest';
import { widthOf } from './numbering';
import { titleLines } from './title-lines';

describe('a title', () => {
  it.each([
    ['关于“学生深夜发文”的报告', 1],
    ['关于“学生深夜发文流露轻生念头”舆情的首报', 2],
    ['关于“论坛流传‘划片通知’，城西家长询问是否属实”舆情处置情况的报告', 2],
    ['关于“甲小学食堂午餐吃出异物，短视频在本地传播，家长聚集在校门口要求说明情况”舆情的续报一', 3],
  ])('%s stands in %i lines of much the same length', (title, count) => {
    const lines = titleLines(title);
    expect(lines.join('')).toBe(title);
    expect(lines).toHaveLength(count);
    for (const line of lines) {
      expect(widthOf(line)).toBeLessThanOrEqual(20);
      expect(line).not.toMatch(/^[”’，。]|[“‘]$/u);
    }
    const widths = lines.map(widthOf);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(6);
  });
});

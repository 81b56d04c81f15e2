import { describe, expect, it } from 'vitest';
import { classificationMark, markedField } from './classification';

describe('guard 7: marks of classified documents', () => {
  it.each([
    '机密★1年\n关于……的通知',
    '秘密★',
    '绝密★长期',
    '秘密 ★ 6个月',
    '★秘密',
    '绝密　★30年',
    '密级：机密',
    '密级: 秘密',
    '机　密★1年',
    '機密★長期',
    '云岭县教育局文件\n秘　密\n关于……的报告',
  ])('%s is one', (text) => {
    expect(classificationMark(text)).not.toBeNull();
  });

  it.each([
    '涉嫌侵犯商业秘密',
    '严格保守国家秘密',
    '本店★★★★★好评',
    '个人隐私和工作秘密不公开',
    '秘密花园小区停水',
    '密级：无',
    '天机 密室逃脱',
    '随机 密码',
  ])('%s is none', (text) => {
    expect(classificationMark(text)).toBeNull();
  });

  it('names the field it stands in', () => {
    const input = { title: '甲', source: { text: '机密★1年' }, points: ['乙'] };
    expect(markedField(input)).toEqual({ field: 'source.text', mark: '机密★' });
    expect(markedField({ points: ['甲', '秘密★'] })?.field).toBe('points');
    expect(markedField({ title: '甲' })).toBeNull();
  });
});

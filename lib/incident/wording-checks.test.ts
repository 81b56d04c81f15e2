import { describe, expect, it } from 'vitest';
import { checkWording } from './wording-checks';
import { WORDING_PARTS, wordingTemplate } from './wording-parts';

const codes = (body: string, isPublic = true) =>
  checkWording(body, isPublic).map(({ code }) => code);

const complete = WORDING_PARTS.map((part) => `【${part}】\n已写。`).join('\n');

describe('checks before a text goes for approval', () => {
  it('names every empty part of the five', () => {
    const found = checkWording(wordingTemplate(), true);
    expect(found.map((one) => one.code === 'part_empty' && one.part)).toEqual([0, 1, 2, 3, 4]);
    expect(codes(complete)).toEqual([]);
    expect(codes(complete.replace('【联系方式】\n已写。', ''))).toEqual(['part_empty']);
  });

  it.each([
    ['联系13812345678。', 'phone'],
    ['当事人11010519491231002X', 'id_number'],
    ['车辆苏B12345，电话0510-88881234', 'plate'],
  ])('finds personal data that is not masked: %s', (body, kind) => {
    expect(checkWording(body, true)).toContainEqual(
      expect.objectContaining({ code: 'personal_data', severity: 'error', kind }),
    );
    expect(codes(body, false)).toEqual(['personal_data']);
  });

  it.each(['联系电话138****5678。', '电话0510-88881234', '邮箱 jyj@example.gov.cn', '拨打12345'])(
    'lets masked data and an office be: %s',
    (body) => expect(codes(body)).toEqual([]),
  );

  it.each([
    '我们将尽快公布结果',
    '情况会及时通报',
    '近期将整改到位',
    '后续进展将第一时间发布',
    '我局将适时公开调查结论',
  ])('finds a promise without a time: %s', (promise) => {
    expect(checkWording(`电话12345。${promise}。`, true)).toEqual([
      { code: 'promise_undated', severity: 'warning', sentence: promise },
    ]);
    expect(codes(promise, false)).toEqual([]);
  });

  it.each([
    '我们将尽快于11月23日18时前公布结果',
    '将在24小时内及时通报',
    '近期将于三日内整改到位',
    '会尽快在明天中午答复',
    '接报后已第一时间到场',
    '感谢大家及时反映',
    '下次更新时间：今晚20:00，将及时公布',
  ])('lets a dated promise and a past act be: %s', (body) => {
    expect(codes(`电话12345。${body}。`)).toEqual([]);
  });

  it('says that a text of its own form names no contact', () => {
    expect(checkWording('路灯已修好。', true)).toEqual([
      { code: 'contact_missing', severity: 'hint' },
    ]);
    expect(codes('路灯已修好。', false)).toEqual([]);
  });
});

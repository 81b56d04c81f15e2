import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersonalData } from './mask';

// Test numbers: invented, with right check digits where the form has one.
const ID = '11010519491231002X';
const MISTYPED_ID = '110105194912310021';

describe('maskPersonalData', () => {
  it.each<[string, string, string]>([
    ['phone', '联系13812345678。', '联系138****5678。'],
    ['phone', '微信同号vx13812345678', '微信同号vx138****5678'],
    ['phone', '138 1234 5678', '138****5678'],
    ['phone', '138-1234-5678', '138****5678'],
    ['phone', '138 - 1234 - 5678', '138****5678'],
    ['phone', '138—1234—5678', '138****5678'],
    ['phone', '1381234 5678', '138****5678'],
    ['phone', '138-12345678', '138****5678'],
    ['phone', '138\u200b1234\u200b5678', '138****5678'],
    ['phone', '+86 138 1234 5678', '+86 138****5678'],
    ['phone', '+8613812345678', '+86138****5678'],
    ['phone', '(+86)13812345678', '(+86)138****5678'],
    ['phone', '008613812345678', '0086138****5678'],
    ['phone', '8613812345678', '86138****5678'],
    ['phone', '013812345678', '0138****5678'],
    ['phone', '１３８１２３４５６７８', '138****5678'],
    ['phone', '＋８６－１３８－１２３４－５６７８', '＋８６－138****5678'],
    ['phone', '1.13812345678', '1.138****5678'],
    ['phone', '13812345678元旦前打', '138****5678元旦前打'],
    ['phone', 'https://x.cn/a?id=9&phone=13812345678', 'https://x.cn/a?id=9&phone=138****5678'],
    ['phone', '见http://t.cn/A6x，13812345678', '见http://t.cn/A6x，138****5678'],
    ['landline', '0510-88881234', '0510-****1234'],
    ['landline', '051088881234', '0510****1234'],
    ['landline', '010 6666 1234转3', '010 ****1234转3'],
    ['landline', '（0510）88881234', '（0510）****1234'],
    ['landline', '+86 510 8888 1234', '+86 510 ****1234'],
    ['landline', '电话：88881234', '电话：****1234'],
    ['id_number', ID, '110*************2X'],
    ['id_number', '1１0105 19491231 002ｘ', '110*************2x'],
    ['id_number', `身份证号：${MISTYPED_ID}`, '身份证号：110*************21'],
    ['id_number', '320205900101123', '320**********23'],
    ['bank_card', '卡号6222021234567890128', '卡号6222***********0128'],
    ['bank_card', '4111 1111 1111 1111', '4111********1111'],
    ['bank_card', '4111-1111-1111-1111', '4111********1111'],
    ['plate', '苏B12345', '苏B****5'],
    ['plate', '苏B·12345', '苏B****5'],
    ['plate', '苏Ｂ１２３４５号', '苏B****5号'],
    ['plate', '苏b 1a2b3', '苏b****3'],
    ['plate', '苏BD12345', '苏B****5'],
    ['plate', '粤B12345D', '粤B****D'],
    ['plate', '京A1234警', '京A****警'],
    ['email', '发到zhang.san@163.com吧', '发到z***@163.com吧'],
    ['email', '13812345678@139.com', '1***@139.com'],
  ])('%s: %s', (kind, text, masked) => {
    const result = maskPersonalData(text);
    expect(result.text).toBe(masked);
    expect(result.found).toEqual([{ kind, count: 1 }]);
  });

  it.each([
    '2026-11-22 10:12:30',
    '2026年11月22日10时12分',
    '20261122',
    '20261122101230',
    '1763777520000',
    '阅读1234567，转发13800，评论 150',
    '播放量1.38亿，点赞1380000000',
    '罚款13812345678元',
    '¥13812345678',
    '合计13812345678.50元',
    '0.13812345678',
    'YQ-2026-0031',
    '苏网信办〔2026〕12号',
    '请拨打12345、110、120、119、122、96110、95588、12388',
    '400-810-8888，电话400 8108 888，8008108888',
    'https://weibo.com/1234567890/4111111111111111?id=13812345678',
    'm.weibo.cn/detail/4111111111111111 转',
    'https://www.douyin.com/video/7311111111111111111',
    '工单202611221030123456',
    `编号${MISTYPED_ID}`,
    '订单12345678901234567890123',
    '2023 2024 2025 2026',
    '比分138-124',
    '最新HUAWEI手机',
    '云南A座12层，川A座',
    '192.168.100.200',
    '@用户名 #话题#',
    '电话12345',
    '',
  ])('leaves alone: %s', (text) => {
    expect(maskPersonalData(text)).toEqual({ text, found: [] });
  });

  it('counts per kind and keeps everything around', () => {
    expect(maskPersonalData('张某13812345678、李某13912345678，车苏B12345。')).toEqual({
      text: '张某138****5678、李某139****5678，车苏B****5。',
      found: [
        { kind: 'phone', count: 2 },
        { kind: 'plate', count: 1 },
      ],
    });
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '13812345678',
      '138',
      '1234',
      '5678',
      '0510',
      '88881234',
      '86',
      '+86',
      '(',
      ')',
      '-',
      ' ',
      '.',
      '·',
      '*',
      '****',
      '苏B',
      '12345',
      'D',
      'X',
      '6222021234567890128',
      '4111',
      '1111',
      ID,
      '身份证',
      '电话',
      ':',
      '元',
      '¥',
      '@',
      'qq.com',
      '/',
      'http://',
      'a',
      '３',
      '２０',
      '\u200b',
      '\n',
      '，',
    ),
    fc.stringMatching(/^\d{1,12}$/),
  );

  it('masks once: masking again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const once = maskPersonalData(pieces.join('')).text;
        expect(maskPersonalData(once)).toEqual({ text: once, found: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a number in any surroundings that hold no digits', () => {
    const words = fc
      .stringMatching(/^[\u4e00-\u9fa5，。！ ]{0,9}$/)
      .filter((text) => !/[电身¥]/.test(text));
    fc.assert(
      fc.property(words, words, (before, after) => {
        fc.pre(!/^\s?[万亿]?元/.test(after));
        expect(maskPersonalData(`${before}13812345678${after}`).text).toBe(
          `${before}138****5678${after}`,
        );
      }),
    );
  });

  it.each([
    ['digits', '1'],
    ['spaced digits', '1 '],
    ['area codes', '0510'],
    ['addresses', 'a.'],
    ['mails', 'a@'],
    ['plates', '苏B1'],
    ['schemes', 'http://'],
    ['identity numbers', '身份证32'],
    ['plus signs', '+86'],
    ['brackets', '(0('],
    ['cards', '4111 '],
    ['asterisks', '*'],
    ['full-width digits', '１'],
  ])('comes through a megabyte of %s', (_, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    expect(maskPersonalData(text).text.length).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from 'vitest';
import { maskPersonalData } from './mask';

/** Invented posts; nobody of these names is meant. */
describe('guard 5: names of children and patients are masked at capture', () => {
  it.each<[string, string, string]>([
    ['child_name', '实验小学三年级学生张小明被同学推倒。', '实验小学三年级学生张某某被同学推倒。'],
    ['child_name', '我女儿李婷婷在幼儿园午睡时哭闹', '我女儿李某某在幼儿园午睡时哭闹'],
    ['child_name', '女童王芳，五岁', '女童王某，五岁'],
    ['child_name', '男生赵磊说自己没有动手', '男生赵某说自己没有动手'],
    ['child_name', '孩子叫陈浩宇，回家就发烧', '孩子叫陈某某，回家就发烧'],
    ['child_name', '学生姓名：周杰，家长电话另附', '学生姓名：周某，家长电话另附'],
    ['child_name', '四年级2班的刘思雨同学放学后受伤', '四年级2班的刘某某同学放学后受伤'],
    ['child_name', '“欧阳娜娜小朋友”的家长反映', '“欧阳某某小朋友”的家长反映'],
    ['patient_name', '患者王丽华因腹痛就诊', '患者王某某因腹痛就诊'],
    ['patient_name', '昨晚收治的伤者孙强，已转院', '昨晚收治的伤者孙某，已转院'],
    ['patient_name', '产妇何秀英家属称', '产妇何某某家属称'],
    ['patient_name', '病人姓名:马国庆', '病人姓名:马某某'],
    ['patient_name', '患儿郑一诺的父亲', '患儿郑某某的父亲'],
  ])('%s: %s', (kind, text, masked) => {
    expect(maskPersonalData(text)).toEqual({ text: masked, found: [{ kind, count: 1 }] });
  });

  it.each([
    '学生张某某被推倒',
    '患者王某因腹痛就诊',
    '各位同学、任何同学、许多同学、高年级同学、全班同学都在场',
    '学生家长质疑收费，学生宿舍没有热水',
    '孩子高烧不退，孩子安全谁来管',
    '患者家属在大厅等候，病人成群',
    '儿童公园关门，幼儿园伙食费上涨',
    '校长李建国表示立即整改，教师王芳已停职检查',
    '武汉同学会，成都同学在现场',
    '学生于9月1日返校',
    '患者应当先预约',
    '孩子和家长都满意',
    '',
  ])('leaves alone: %s', (text) => {
    expect(maskPersonalData(text)).toEqual({ text, found: [] });
  });

  it('is masked together with numbers, and masking twice is masking once', () => {
    const post =
      '我是家长，孩子张小明被打，电话13812345678，身份证11010519491231002X，患者王丽华在三楼。';
    const once = maskPersonalData(post);
    expect(once.text).toBe(
      '我是家长，孩子张某某被打，电话138****5678，身份证110*************2X，患者王某某在三楼。',
    );
    expect(once.found.map((one) => one.kind).sort()).toEqual([
      'child_name',
      'id_number',
      'patient_name',
      'phone',
    ]);
    expect(maskPersonalData(once.text)).toEqual({ text: once.text, found: [] });
  });

  it.each(['学生张', '张小明同学', '患者', '孩子叫'])(
    'a megabyte of %s is masked in time',
    (unit) => {
      const startedAt = performance.now();
      maskPersonalData(unit.repeat(Math.ceil(1_000_000 / unit.length)));
      expect(performance.now() - startedAt).toBeLessThan(4000);
    },
  );
});

import { expect, it } from 'vitest';
import { emptyParts, wordingTemplate } from '@/lib/incident/wording-parts';
import { composePoints } from './points';

it.each([
  [wordingTemplate(), [0, 1, 2, 3, 4]],
  [
    '【已知事实】已停课。\n【正在核实】原因\n【已采取措施】送医\n【下次更新时间】18:00\n【联系方式】',
    [4],
  ],
  ['【已知事实】已停课。', [1, 2, 3, 4]],
  ['致家长的一封信：……', []],
])('%j lacks %j', (body, missing) => {
  expect(emptyParts(body)).toEqual(missing);
});

it('feedback keeps each answer under its point and leaves out what nobody answered', () => {
  const values = { 'course.0': '属实', 'course.1': ' ', 'course.rest': '另：已整改' };
  expect(composePoints('course', ['是否停课', '是否收费'], values)).toBe(
    '1. 是否停课\n属实\n\n另：已整改',
  );
});

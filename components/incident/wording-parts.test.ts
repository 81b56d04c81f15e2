import { expect, it } from 'vitest';
import { emptyParts, wordingTemplate } from '@/lib/incident/wording-parts';
import { composeAnswers } from './points';

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

it('feedback keeps each answer with its point and leaves out what nobody answered', () => {
  const values = {
    'answers.0.finding': 'untrue',
    'answers.0.said': ' 未停课 ',
    'answers.0.evidence': ['a'],
    'answers.1.finding': 'true',
    'answers.1.said': ' ',
  };
  expect(composeAnswers('answers', ['是否停课', '是否收费'], values)).toEqual([
    { point: 0, finding: 'untrue', said: '未停课', evidenceIds: ['a'] },
  ]);
});

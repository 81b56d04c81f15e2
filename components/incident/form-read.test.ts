import { expect, it } from 'vitest';
import { askedOf } from './form-read';
import type { Sheet } from './sheet';

const sheet = {
  fields: [
    {
      name: 'wordingId',
      kind: 'select',
      label: '文稿',
      options: [
        { value: 'a', label: '甲', data: { asks: ['reason'] } },
        { value: 'b', label: '乙' },
      ],
    },
    { name: 'reason', kind: 'textarea', label: '理由', onlyAsked: true },
  ],
} as unknown as Sheet;

it('a field that only some choices ask for is shown and needed with those alone', () => {
  const fieldsFor = (wordingId: string) =>
    askedOf(sheet, { wordingId }).fields.map(({ name, required }) => [name, required]);
  expect(fieldsFor('a')).toEqual([
    ['wordingId', undefined],
    ['reason', true],
  ]);
  expect(fieldsFor('b')).toEqual([['wordingId', undefined]]);
});

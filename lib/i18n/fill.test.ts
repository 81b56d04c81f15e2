import { describe, expect, it } from 'vitest';
import { fill } from './fill';

describe('plain places of a text', () => {
  it.each([
    ['共 {count} 件', { count: 10_049 }, '共 10049 件'],
    ['{name} 的菜单', { name: '{name}' }, '{name} 的菜单'],
    ['{a} and {a}, {b}', { a: 'one', b: 0 }, 'one and one, 0'],
    ['截止：{at}', {}, '截止：{at}'],
    ['$& {name}', { name: '$&' }, '$& $&'],
  ])('%s', (text, values, expected) => {
    expect(fill(text, values)).toBe(expected);
  });
});

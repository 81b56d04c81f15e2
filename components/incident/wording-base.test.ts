import { describe, expect, it } from 'vitest';
import type { Sheet } from './sheet';
import { keepMine, overtakenBy, takeTheirs, withBase } from './wording-base';

const option = (value: string, baseVersion: string, body: string) => ({
  value,
  label: value,
  data: { baseVersion, body },
});

const sheet = (...options: ReturnType<typeof option>[]): Sheet => ({
  type: 'reviseWording',
  title: '',
  notices: [],
  fields: [
    { name: 'wordingId', kind: 'select', label: '', options },
    { name: 'baseVersion', kind: 'hiddenNumber', label: '' },
    { name: 'body', kind: 'wording', label: '' },
  ],
  groups: [],
  submit: '',
  done: '',
  danger: false,
  wide: true,
  version: 9,
});

const begun = sheet(option('a', '1', '一'), option('b', '4', '乙'));
const typed = withBase(begun, { wordingId: 'a' }, { wordingId: 'a', body: '一二' });

describe('the version a text is written on', () => {
  it('is fixed by the first key pressed and outlives a newer one', () => {
    expect(typed.baseVersion).toBe('1');
    const later = sheet(option('a', '2', '三'));
    expect(withBase(later, typed, { ...typed, body: '一二三' }).baseVersion).toBe('1');
    expect(overtakenBy(begun, typed)).toBeNull();
    expect(overtakenBy(later, typed)).toEqual({ baseVersion: '2', body: '三' });
  });

  it('moves on only by a choice, and loses neither text', () => {
    const later = sheet(option('a', '2', '三'));
    const newest = overtakenBy(later, typed) ?? {};
    expect(keepMine(typed, newest)).toMatchObject({ body: '一二', baseVersion: '2' });
    const taken = takeTheirs(typed, newest);
    expect(taken).toMatchObject({ body: '三', setAside: '一二', baseVersion: '2' });
    expect(overtakenBy(later, taken)).toBeNull();
  });

  it('begins anew with another text', () => {
    expect(withBase(begun, typed, { ...typed, wordingId: 'b' })).toMatchObject({
      body: '乙',
      baseVersion: '4',
    });
  });

  it('is nothing to a form without versions, or to a text nobody touched', () => {
    const other: Sheet = { ...begun, fields: [] };
    expect(withBase(other, {}, { body: '甲' })).toEqual({ body: '甲' });
    expect(overtakenBy(other, typed)).toBeNull();
    expect(overtakenBy(begun, { wordingId: 'a', baseVersion: '' })).toBeNull();
  });
});

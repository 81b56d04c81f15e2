import { describe, expect, it } from 'vitest';
import { defused } from './defuse';

describe('cells that a spreadsheet would compute', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\tx', '＝1', '＠A'])(
    'defuses %j',
    (text) => expect(defused(text)).toBe(`'${text}`),
  );

  it.each(['', '属实', '2026-11-22', 'a=b', '（-1）'])('leaves %j', (text) =>
    expect(defused(text)).toBe(text),
  );
});

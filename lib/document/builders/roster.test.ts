import { describe, expect, it } from 'vitest';
import { saidIn } from '../model';
import { type RosterCase, rosterDocument, rosterTable } from './roster';

const person = (name: string) => ({ name, phone: '0900-5551001' });
const paper = (change: Partial<RosterCase> = {}): RosterCase => ({
  org: { id: 'o', name: '云岭县教育局' },
  month: '2026-02',
  now: '2026-01-20T02:00:00.000Z',
  days: [
    {
      date: '2026-02-14',
      kind: { kind: 'make_up', working: true, name: '春节', known: true },
      hasGap: false,
      turns: [
        {
          id: 't1',
          startsAt: '2026-02-14T00:30:00.000Z',
          endsAt: '2026-02-15T00:30:00.000Z',
          leader: person('方明远'),
          officer: person('沈知行'),
          backup: null,
        },
      ],
    },
    {
      date: '2026-02-15',
      kind: { kind: 'holiday', working: false, name: '春节', known: true },
      hasGap: true,
      turns: [],
    },
  ],
  ...change,
});

describe('值班表', () => {
  it('says who is on duty from when to when, make-up days, holidays and gaps', () => {
    const document = rosterDocument(paper());
    const texts = saidIn(document).map((one) => one.text);
    expect(document.title).toBe('2026年2月值班表');
    expect(texts).toEqual(expect.arrayContaining(['14日', '六', '08:30—次日08:30', '调休上班']));
    expect(texts).toEqual(expect.arrayContaining(['15日', '休，有空班', '未排']));
    expect(saidIn(document).every((one) => one.facts.length > 0)).toBe(true);
  });

  it('says that a month has no shifts', () => {
    const texts = saidIn(rosterDocument(paper({ days: [] }))).map((one) => one.text);
    expect(texts).toContain('本月尚无排班记录。');
  });

  it('is a table of seven columns', () => {
    const { header, rows } = rosterTable(paper());
    expect(rows.every((row) => row.length === header.length)).toBe(true);
    expect(rows[0]).toEqual([
      '2026-02-14',
      '六',
      '08:30—次日08:30',
      '方明远',
      '沈知行',
      null,
      '调休上班',
    ]);
  });
});

import type { DayKind } from '@/lib/calendar/day-kind';
import {
  dayOfDate,
  type Instant,
  type LocalDate,
  localDate,
  localTime,
  weekdayOfDay,
} from '@/lib/calendar/instant';
import type { Block, OfficialDocument, Said } from '../model';
import { officialTime } from '../official-time';
import { fact, sayNone, sayOwn } from '../say';
import type { SheetTable } from '../tables';

interface OnDutyPerson {
  name: string;
  phone: string | null;
}

interface DutyTurn {
  id: string;
  startsAt: Instant;
  endsAt: Instant;
  leader: OnDutyPerson | null;
  officer: OnDutyPerson | null;
  backup: OnDutyPerson | null;
}

/** A month's published duty as the roster's pages show it. */
export interface RosterCase {
  org: { id: string; name: string };
  /** `2026-11` */
  month: string;
  now: Instant;
  days: readonly {
    date: LocalDate;
    kind: DayKind | null;
    turns: readonly DutyTurn[];
    hasGap: boolean;
  }[];
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const HEADER = ['日期', '星期', '时段', '带班领导', '值班员', '副班', '备注'] as const;

const titleOf = ({ month }: RosterCase): string => {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月值班表`;
};

function spanOf({ startsAt, endsAt }: DutyTurn): string {
  const isNextDay = localDate(endsAt) !== localDate(startsAt);
  const end = localTime(endsAt);
  const isMidnight = isNextDay && end === '00:00';
  return `${localTime(startsAt)}—${isMidnight ? '24:00' : `${isNextDay ? '次日' : ''}${end}`}`;
}

const DAY_WORDS = { workday: '', weekend: '', holiday: '休', make_up: '调休上班' } as const;

const noteOf = (kind: DayKind | null, hasGap: boolean): string =>
  [kind ? DAY_WORDS[kind.kind] : '', hasGap ? '有空班' : ''].filter(Boolean).join('，');

/** 值班表 of a month: day by day who leads, who is on duty, who stands by; telephone numbers below. */
export function rosterDocument(paper: RosterCase): OfficialDocument {
  const { org, days, now } = paper;
  const made = sayOwn(`${org.name}　制表时间：${officialTime(now)}`, fact('org', org.id));
  return {
    kind: 'roster',
    title: titleOf(paper),
    head: { kind: 'form', notes: [made] },
    addressee: null,
    blocks: days.some((day) => day.turns.length > 0)
      ? [shiftTable(paper), phoneTable(paper)]
      : [{ kind: 'paragraph', sentences: [sayNone('本月尚无排班记录。', 'duty')] }],
    attachments: [],
    signature: null,
    closing: [],
    fonts: 'standard',
  };
}

function shiftTable({ days }: RosterCase): Block {
  const rows = days.flatMap((day): Said[][] => {
    const dated = sayOwn(`${Number(day.date.slice(8))}日`, fact('calendar', null, day.date));
    const weekday = WEEKDAYS[weekdayOfDay(dayOfDate(day.date))] ?? '';
    const weekdaySaid = sayOwn(weekday, fact('calendar', null, day.date));
    const note = noteOf(day.kind, day.hasGap);
    const noteSaid = sayOwn(note || '—', fact('calendar', null, day.date));
    if (day.turns.length === 0) {
      const none = sayNone('未排', 'duty');
      return [[dated, weekdaySaid, none, none, none, none, noteSaid]];
    }
    return day.turns.map((turn) => {
      const seat = (name: 'leader' | 'officer' | 'backup') => {
        const person = turn[name];
        return person ? sayOwn(person.name, fact('duty', turn.id, name)) : sayNone('未排', 'duty');
      };
      const span = sayOwn(spanOf(turn), fact('duty', turn.id, 'startsAt'));
      return [dated, weekdaySaid, span, seat('leader'), seat('officer'), seat('backup'), noteSaid];
    });
  });
  const shares = [40, 34, 122, 64, 62, 62, 58];
  return {
    kind: 'table',
    caption: '值班安排',
    columns: HEADER.map((label, index) => ({
      label,
      share: shares[index] ?? 1,
      align: 'center' as const,
    })),
    rows,
  };
}

function phoneTable({ days }: RosterCase): Block {
  const people = new Map<string, { person: OnDutyPerson; turn: string }>();
  for (const turn of days.flatMap((day) => day.turns)) {
    for (const person of [turn.leader, turn.officer, turn.backup]) {
      if (person) people.set(person.name, { person, turn: turn.id });
    }
  }
  const rows = [...people.values()].map(({ person, turn }) => [
    sayOwn(person.name, fact('duty', turn)),
    person.phone ? sayOwn(person.phone, fact('duty', turn)) : sayNone('未登记', 'duty'),
  ]);
  return {
    kind: 'table',
    caption: '联系电话',
    columns: [
      { label: '姓名', share: 1, align: 'center' },
      { label: '电话', share: 2, align: 'center' },
    ],
    rows,
  };
}

/** The same month as a table for spreadsheets. */
export function rosterTable(paper: RosterCase): SheetTable {
  const rows = paper.days.flatMap(({ date, kind, turns, hasGap }) => {
    const weekday = WEEKDAYS[weekdayOfDay(dayOfDate(date))] ?? '';
    const note = noteOf(kind, hasGap);
    if (turns.length === 0) return [[date, weekday, null, null, null, null, note]];
    return turns.map((turn) => [
      date,
      weekday,
      spanOf(turn),
      turn.leader?.name ?? null,
      turn.officer?.name ?? null,
      turn.backup?.name ?? null,
      note,
    ]);
  });
  return { name: titleOf(paper), header: HEADER, rows };
}

import type { DayKind } from './calendar';
import type { DueUnit } from './due-rule';
import {
  dayOfDate,
  formatLocalDue,
  type Instant,
  localDate,
  localTime,
  weekdayOfDay,
} from './instant';
import type { Phrases } from './phrases';

const UNITS = {
  minute: '分钟',
  hour: '小时',
  day: '天',
  month: '个月',
  quarter: '个季度',
  year: '年',
  times: '次',
} satisfies Record<DueUnit, string>;

const OUTSIDE = { before_hours: '尚未上班', break: '正值午休', after_hours: '已经下班' };
const FORMS = { plain: '', end_of_hours: '下班', midnight: '' };

const STARTS = {
  published: '发帖时间',
  opinion_occurred: '舆情发生时间',
  event_occurred: '事件发生时间',
};

/** Sentences in Chinese; see Phrases. */
export const chinesePhrases: Phrases = {
  steps: {
    start: ({ at }) => `从 ${moment(at)} 起算`,
    stands_in: ({ start }) =>
      `${STARTS[start]}尚不清楚，先按已知最早的时刻起算；查明更早的，时限随之提前`,
    immediate: () => '立即办理：原文没有写明数字，不设截止时间，可由本单位补充',
    continuous: ({ amount, unit }) =>
      amount === null
        ? '不间断值守，不设截止时间'
        : `不间断值守 ${amount} ${UNITS[unit]}，不设截止时间`,
    wall_added: ({ amount, unit }) => `按自然时间加 ${amount} ${UNITS[unit]}，夜间和节假日照算`,
    counts_work_hours: ({ minutes, hours }) =>
      `按工作时间累计 ${length(minutes)}，工作时间为 ${hours.map(window).join('、')}`,
    counts_work_days: ({ amount }) => `按工作日计 ${amount} 个，起算当日不计`,
    outside_hours: ({ reason }) => `起算时${OUTSIDE[reason]}，从下一个工作时段开始计`,
    days_skipped: ({ from, to, kind, name }) =>
      from === to
        ? `${day(from)}${off(kind, name)}，不计`
        : `${day(from)}至 ${day(to)}${off(kind, name)}，不计`,
    work_window: ({ date, kind, name, from, to, minutes, left }) =>
      `${day(date, makeUp(kind, name))}${localTime(from)}–${clock(to)} 计 ${length(minutes)}，${
        left > 0 ? `还差 ${length(left)}` : '计满'
      }`,
    windows_omitted: ({ count, minutes }) => `其后 ${count} 个工作时段共计 ${length(minutes)}`,
    work_day: ({ n, date, kind, name }) => `第 ${n} 个工作日：${day(date, makeUp(kind, name))}`,
    work_days_omitted: ({ from, to }) => `第 ${from} 至第 ${to} 个工作日依次顺数`,
    end_of_day: () => '当日内完成，以当日 24:00 为限',
    calendar_day: ({ n, date }) =>
      `按自然日计，起算当日不计，第 ${n} 日是 ${day(date)}，以 24:00 为限`,
    daily_at: ({ at, date }) => `每天 ${at} 一次，下一次在 ${day(date)}`,
    times_per_day: ({ count, times, next }) =>
      times.length === 0
        ? `每天${count === null ? '' : ` ${count} 次`}，未定具体时刻，以当日 24:00 为限`
        : `每天 ${times.length} 次（${times.join('、')}），下一次是 ${next}`,
    month_end: ({ date }) => `以月末为限，即 ${day(date)}`,
    quarter_end: ({ year, quarter, date }) =>
      `以 ${year} 年第 ${quarter} 季度末为限，即 ${day(date)}`,
    yearly_on: ({ on, date }) =>
      `每年 ${Number(on.slice(0, 2))} 月 ${Number(on.slice(3))} 日，下一次是 ${day(date)}`,
    compared: ({ source, at, decides }) =>
      at === null
        ? `${source.zh}：立即办理，没有写明数字`
        : `${source.zh}：${dueMoment(at)}${decides ? '，最早，以此为准' : ''}`,
    extended: ({ at }) => `经批准延长至 ${dueMoment(at)}`,
    paused: ({ from, to }) => `${moment(from)} 起暂停计时，${moment(to)} 恢复`,
    pause_left: ({ minutes, counts }) =>
      `暂停时还剩 ${length(minutes)}${counts === 'work' ? '工作时间' : ''}，从恢复时接着计`,
    days_paused: ({ days, counts }) =>
      counts === 'calendar'
        ? `按自然日顺延 ${days} 天`
        : days > 0
          ? `暂停时还剩 ${days} 个工作日，恢复当日不计`
          : '暂停时已是最后一天，恢复当日为最后一天；当日已下班的，为下一个工作日',
    maximum: ({ at }) => `不得超过最长期限 ${dueMoment(at)}`,
    due: ({ at, form }) => `截止：${dueMoment(at)}${FORMS[form] && ` ${FORMS[form]}`}`,
  },
  yearMissing: (year) => `${year} 年放假安排尚未录入，该年暂按周一至周五为工作日计算，录入后请复核`,
};

function day(date: string, note = ''): string {
  const weekday = '日一二三四五六'[weekdayOfDay(dayOfDate(date))];
  return `${date}（周${weekday}${note && `，${note}`}）`;
}

function moment(at: Instant): string {
  return `${day(localDate(at))}${localTime(at)}`;
}

function dueMoment(at: Instant): string {
  const [date = '', time] = formatLocalDue(at).split(' ');
  return `${day(date)}${time}`;
}

function clock(at: Instant): string {
  return formatLocalDue(at).slice(11);
}

function window({ start, end }: { start: string; end: string }): string {
  return `${start}–${end}`;
}

function makeUp(kind: DayKind['kind'], name: string): string {
  return kind === 'make_up' ? `${name}调休上班` : '';
}

function off(kind: DayKind['kind'], name: string): string {
  return kind === 'holiday' ? `${name}放假` : '周末休息';
}

function length(minutes: number): string {
  const whole = Math.floor(minutes);
  const seconds = Math.round((minutes - whole) * 60);
  const parts = [
    [Math.floor(whole / 60), '小时'],
    [whole % 60, '分钟'],
    [seconds, '秒'],
  ] as const;
  const told = parts.filter(([value]) => value > 0).map(([value, unit]) => `${value} ${unit}`);
  return told.join(' ') || '0 分钟';
}

import { formatMoment } from '@/lib/i18n/format';
import { reportName } from '@/lib/incident/report-names';
import type { TimelineItem } from '@/lib/incident/server';
import { bodyLabel } from '@/lib/incident/telling';
import type { Making } from './sheet-initial';
import { short } from './sheet-options';

export const LANES = ['system', 'desk', 'units', 'leaders'] as const;
export type Lane = (typeof LANES)[number];

/** Groups of event types for the filter, by the word before the dot. */
export const KINDS = {
  reports: ['report', 'matter'],
  grading: ['grade', 'category', 'incident.assessed'],
  handling: [
    ...['plan', 'assignment', 'measure', 'taskforce', 'acting', 'command'],
    ...['instruction', 'consultation', 'referral', 'promise', 'accountability'],
  ],
  speaking: ['wording', 'approval', 'reply', 'non_publication', 'media', 'correction_letter'],
  limits: ['deadline', 'escalation'],
  following: ['sample', 'calm', 'review', 'corrective_action'],
} as const satisfies Record<string, readonly string[]>;
export type TimelineKind = keyof typeof KINDS;

export const isKind = (kind: string | null): kind is TimelineKind =>
  kind !== null && Object.hasOwn(KINDS, kind);

export function isOfKind(type: string, kind: TimelineKind): boolean {
  const heads: readonly string[] = KINDS[kind];
  return heads.includes(type) || heads.includes(type.split('.')[0] ?? '');
}

/** Whose lane an act belongs to: the machine, the desk, the units or the leaders. */
export function laneOf(item: TimelineItem, { names }: Making): Lane {
  if (item.actor.kind === 'system') return 'system';
  const roles = names.get(item.actor.id)?.roles ?? [];
  if (roles.some((role) => role === 'handler' || role === 'monitor')) return 'units';
  if (roles.some((role) => role === 'leader' || role === 'deputy' || role === 'member'))
    return 'leaders';
  return 'desk';
}

/** The free text of an event, by field. */
export function textsOf({ payload }: TimelineItem): [string, string][] {
  const text = payload.text;
  if (text === null || typeof text !== 'object' || Array.isArray(text)) return [];
  return Object.entries(text).flatMap(([name, value]): [string, string][] => {
    const said = Array.isArray(value) ? value.map(wordOf).join('\n') : value;
    return typeof said === 'string' && said !== '' ? [[name, said]] : [];
  });
}

/** One entry of a list: its text, or what was said to one point. */
function wordOf(entry: unknown): string {
  if (typeof entry === 'string') return entry;
  const { point, said, label, value } = (entry ?? {}) as Record<string, string | undefined>;
  if (label !== undefined) return `${label}：${value ?? ''}`;
  return said === undefined ? '' : `${Number(point ?? 0) + 1}. ${said}`;
}

/** What stands on the line after the event's name: the few words that tell it from others. */
export function detailOf(item: TimelineItem, page: Making): string {
  const { view, words, unitOf, gradeOf, locale, nameOf } = page;
  const { state } = view;
  const { payload, type } = item;
  const of = (name: string): string | null => {
    const value = payload[name];
    return typeof value === 'string' ? value : null;
  };
  const text = (name: string) => short(textsOf(item).find(([field]) => field === name)?.[1]);
  const row = <T extends { id: string }>(rows: readonly T[], id: string | null) =>
    rows.find((one) => one.id === id);
  const [head] = type.split('.');
  switch (head) {
    case 'instruction': {
      const found = row(state.instructions, of('id'));
      return found
        ? join(words.option('instructionSource', found.source), found.number ?? found.issuer ?? '')
        : '';
    }
    case 'consultation':
      return words.option('consultationMedium', of('medium') ?? '');
    case 'referral': {
      const found = row(state.referrals, of('id'));
      return found ? join(words.option('referralKind', found.kind), found.recipient ?? '') : '';
    }
    case 'stage':
      return words.stage(of('stage') ?? '');
    case 'report': {
      const report = row(state.reports, of('id'));
      return report
        ? join(
            reportName(report, locale === 'en' ? 'en' : 'zh'),
            bodyLabel(view.plan.plan, report.bodyKey)?.[locale === 'en' ? 'en' : 'zh'] ??
              words.option('reportTarget', report.target),
            words.option('reportMedium', report.medium),
          )
        : '';
    }
    case 'grade':
      return gradeOf(of('opinionGrade')) ?? '';
    case 'category':
      return words.option('category', of('category'));
    case 'plan':
      return unitOf(of('leadUnitId')) ?? '';
    case 'promise':
    case 'assignment': {
      const one = row(state.assignments, of('id'));
      return one
        ? join(
            unitOf(one.unitId),
            one.number,
            type === 'assignment.fed_back' ? words.option('finding', one.finding) : '',
          )
        : '';
    }
    case 'deadline':
    case 'escalation': {
      const one = row(state.deadlines, of('deadlineId') ?? of('id'));
      const due =
        of('dueAt') ?? of('resumesAt') ?? (type === 'deadline.breached' ? one?.dueAt : null);
      const title = one ? words.deadline(one) : '';
      const told = payload.recipientIds;
      const people = Array.isArray(told) ? told.map((id) => nameOf(String(id))).join('、') : '';
      return join(title, due ? formatMoment(due, view.now, locale) : '', people);
    }
    case 'wording':
    case 'approval': {
      const run = row(
        state.approvalRuns,
        of('runId') ?? row(state.approvalSteps, of('id'))?.runId ?? null,
      );
      const one = row(state.wordings, of('wordingId') ?? run?.wordingId ?? of('id'));
      const number = payload.number;
      return join(
        one?.title ?? text('title'),
        typeof number === 'number' ? `v${number}` : '',
        text('reason'),
      );
    }
    case 'reply':
      return join(
        words.option('replyKind', of('kind')),
        words.option('replyChannel', of('channel')),
      );
    case 'matter':
      return words.option(
        'authority',
        of('authority') ?? row(state.matterReports, of('id'))?.authority ?? null,
      );
    case 'mention':
      return join(words.option('platform', of('platform')), text('text'));
    case 'taskforce':
      return join(
        text('name'),
        row(state.taskforces, of('id'))
          ?.members.map((one) => nameOf(one.personId))
          .join('、') ?? '',
        text('dissolveReason'),
      );
    case 'acting':
      return nameOf(row(state.standIns, of('id'))?.personId ?? null);
    case 'interest':
      return nameOf(of('personId'));
    case 'dismissal':
      return words.option('dismissalReason', of('dismissalReason'));
    default:
      return (
        text('title') ||
        text('content') ||
        text('facts') ||
        text('outlet') ||
        text('fileName') ||
        text('calmNote') ||
        text('reason')
      );
  }
}

const join = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');

/** How late a time limit was met or passed: marked where it arose. */
export function isLate(item: TimelineItem, { view }: Making): boolean {
  if (item.type === 'deadline.breached') return true;
  if (item.type !== 'deadline.met') return false;
  return view.state.deadlines.find((one) => one.id === item.payload.id)?.state === 'late';
}

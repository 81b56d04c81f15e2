import { fromDateTimeLocal } from '@/lib/i18n/format';
import { type FirstReportFacts, firstReportText } from '@/lib/incident/first-report-text';
import type { Flags } from '@/lib/incident/model';
import { type Pasted, parsePasted } from '@/lib/mention/pasted';

export const COUNT_NAMES = ['views', 'reposts', 'comments', 'likes'] as const;
export const FLAG_NAMES = [
  'danger',
  'minors',
  'media',
  'rising',
] as const satisfies (keyof Flags)[];
export const REPORT_TARGETS = ['leader', 'superior', 'authority'] as const;

/** The quick log as it stands on the screen: everything text, as typed. */
export interface Draft {
  pasted: string;
  title: string;
  unit: string;
  demand: string;
  platform: string;
  publishedAt: string;
  views: string;
  reposts: string;
  comments: string;
  likes: string;
  danger: boolean;
  minors: boolean;
  media: boolean;
  rising: boolean;
  /** Authority the matter itself was reported to as it is logged; '' = none. */
  matter: string;
  /** Shanghai time of a form; '' = now. */
  discoveredAt: string;
  discoveredReason: string;
  recipient: string;
  target: string;
  medium: string;
  /** Plan the incident runs on; '' = the institution's default. */
  planKey: string;
  /** Fields the person has filled in; what is pasted never overwrites them. */
  touched: string[];
}

export type FieldName = Exclude<keyof Draft, 'touched'>;

export const EMPTY: Draft = {
  pasted: '',
  title: '',
  unit: '',
  demand: '',
  platform: '',
  publishedAt: '',
  views: '',
  reposts: '',
  comments: '',
  likes: '',
  danger: false,
  minors: false,
  media: false,
  rising: false,
  matter: '',
  discoveredAt: '',
  discoveredReason: '',
  recipient: '',
  target: 'leader',
  medium: 'oral',
  planKey: '',
  touched: [],
};

export interface Choices {
  units: readonly { id: string | null; name: string }[];
  reporter: { name: string; phone: string | null };
}

const LATE_MS = 15 * 60_000;

/** The draft after the person changed one field; a paste fills what it plainly says. */
export function withField(draft: Draft, name: FieldName, value: string | boolean): Draft {
  const touched = draft.touched.includes(name) ? draft.touched : [...draft.touched, name];
  const changed: Draft = { ...draft, [name]: value, touched };
  return name === 'pasted' ? withPasted(changed, parsePasted(String(value))) : changed;
}

function withPasted(draft: Draft, pasted: Pasted): Draft {
  const { title, platform, publishedAt, counts } = pasted;
  const read: Partial<Draft> = {
    title: title ?? '',
    platform: platform ?? '',
    publishedAt: publishedAt ?? '',
  };
  for (const name of COUNT_NAMES) read[name] = counts[name]?.toString() ?? '';
  const untouched = Object.entries(read).filter(([name]) => !draft.touched.includes(name));
  return { ...draft, ...Object.fromEntries(untouched) };
}

/** Whether the stated discovery lies so far back that the reason is asked for. */
export function isLate(draft: Draft, nowMs: number): boolean {
  const stated = fromDateTimeLocal(draft.discoveredAt);
  return stated !== null && nowMs - Date.parse(stated) > LATE_MS;
}

export type FieldErrors = Partial<Record<FieldName, 'required' | 'future' | 'number' | 'invalid'>>;

/** What must be mended before anything is sent. */
export function findErrors(draft: Draft, nowMs: number, reports: boolean): FieldErrors {
  const errors: FieldErrors = {};
  if (!draft.pasted.trim()) errors.pasted = 'required';
  if (!draft.title.trim()) errors.title = 'required';
  if (!draft.unit.trim()) errors.unit = 'required';
  for (const name of COUNT_NAMES) {
    if (draft[name].trim() && countOf(draft[name]) === null) errors[name] = 'number';
  }
  for (const name of ['discoveredAt', 'publishedAt'] as const) {
    const moment = fromDateTimeLocal(draft[name]);
    if (draft[name] && !moment) errors[name] = 'invalid';
    if (moment && Date.parse(moment) > nowMs) errors[name] = 'future';
  }
  if (isLate(draft, nowMs) && !draft.discoveredReason.trim()) errors.discoveredReason = 'required';
  if (reports && draft.medium === 'oral' && !draft.recipient.trim()) errors.recipient = 'required';
  return errors;
}

function countOf(text: string): number | null {
  const digits = text.replace(/[,，\s]/g, '');
  return /^\d{1,10}$/.test(digits) ? Number(digits) : null;
}

/** The command that logs this draft, or logs and reports it. */
export function commandOf(
  draft: Draft,
  choices: Choices,
  nowMs: number,
  reports: boolean,
  attachments: number,
): { type: 'log' | 'logAndReport'; input: Record<string, unknown> } {
  const incident = incidentOf(draft, choices);
  if (!reports) return { type: 'log', input: incident };
  const content = firstReportText(factsOf(draft, choices, nowMs, attachments));
  const { medium, target, recipient } = draft;
  const report = { kind: 'initial', medium, target, recipient: recipient.trim() || null, content };
  return { type: 'logAndReport', input: { incident, report } };
}

function incidentOf(draft: Draft, { units }: Choices): Record<string, unknown> {
  const { url, text } = parsePasted(draft.pasted);
  const unit = draft.unit.trim();
  const counts = Object.fromEntries(COUNT_NAMES.map((name) => [name, countOf(draft[name])]));
  const discoveredAt = fromDateTimeLocal(draft.discoveredAt);
  return {
    title: draft.title,
    demand: draft.demand || null,
    unit,
    unitId: units.find((one) => one.name === unit)?.id ?? null,
    source: {
      url,
      platform: draft.platform || 'other',
      text,
      publishedAt: fromDateTimeLocal(draft.publishedAt),
      counts,
    },
    flags: Object.fromEntries(FLAG_NAMES.map((name) => [name, draft[name]])),
    ...(draft.matter ? { matter: { authority: draft.matter } } : {}),
    ...(draft.planKey ? { planKey: draft.planKey } : {}),
    ...(discoveredAt ? { discoveredAt, discoveredReason: draft.discoveredReason || null } : {}),
  };
}

function factsOf(
  draft: Draft,
  { reporter }: Choices,
  nowMs: number,
  attachments: number,
): FirstReportFacts {
  const { url, text } = parsePasted(draft.pasted);
  const { danger, minors, media, rising } = draft;
  const now = new Date(nowMs).toISOString();
  const [views = null, reposts = null, comments = null, likes = null] = COUNT_NAMES.map((name) =>
    countOf(draft[name]),
  );
  const discoveredAt = fromDateTimeLocal(draft.discoveredAt) ?? now;
  return {
    number: null,
    isDrill: false,
    recipient: draft.recipient.trim() || null,
    now,
    discoveredAt,
    source: {
      platform: draft.platform || 'other',
      url,
      publishedAt: fromDateTimeLocal(draft.publishedAt),
    },
    title: draft.title.trim(),
    unit: draft.unit.trim() || null,
    eventOccurredAt: null,
    demand: draft.demand.trim() || null,
    course: text,
    counts: { views, reposts, comments, likes },
    countedAt: now,
    trend: null,
    flags: { danger, minors, media, rising },
    verified: [],
    measures: [],
    grade: null,
    nextReportAt: null,
    reporter,
    attachments,
  };
}

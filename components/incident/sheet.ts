import type { PointAnswer } from '@/lib/incident/model';
import type { GradingFacts } from '@/lib/plan/criteria';
import type { Judged } from '@/lib/plan/grading';
import type { CopyLimits } from '@/lib/wording/platforms';
import type { Tone } from '../ui/badge';
import type { EffectsTexts } from './effects';
import type { FormCommand, FormField } from './form-types';
import type { MaskTexts } from './mask-texts';

/** One choice of a field, with what choosing it brings along: a text, a version, points. */
export interface SheetOption {
  value: string;
  label: string;
  hint?: string | undefined;
  /** Shown, with its reason in the label, and not to be chosen. */
  disabled?: boolean | undefined;
  data?: SheetData | undefined;
}

/** What a chosen row hands to other fields of the form, by their names. */
export interface SheetData {
  body?: string;
  baseVersion?: string;
  /** Who saved that version, and when. */
  savedBy?: string;
  savedAt?: string | undefined;
  points?: readonly string[];
  /** Hash of the agreed text that was shown. */
  acknowledgementHash?: string;
  /** What was found in the text, with what to do about it. */
  notices?: readonly SheetNotice[];
  /** Fields that are shown, and have to be filled in, because of this choice. */
  asks?: readonly string[];
  /** Answers given before it was sent back, and evidence to rest new ones on. */
  answers?: readonly PointAnswer[];
  evidence?: readonly SheetOption[];
}

/** A field as the browser draws it, in the reader's language. */
export type SheetField = Omit<FormField, 'options' | 'initial' | 'label'> & {
  label: string;
  hint?: string | undefined;
  options?: readonly SheetOption[] | undefined;
  initial?: string | boolean | string[] | undefined;
};

export interface SheetGroup {
  key: string;
  label: string;
  hint?: string | undefined;
  /** Sent only when its box is ticked. */
  optional: boolean;
  initial: boolean;
}

/** What a grade is suggested from, and the words to say it in. */
export interface SheetSuggestion extends Judged {
  /** What stands before the names of the fields: '' or `assessment.`. */
  path: string;
  /** On record besides what the form states. */
  known: GradingFacts;
  /** Ticked when it was logged. */
  rising: boolean;
  /** Facts of the last assessment. */
  before: GradingFacts | null;
  language: 'zh' | 'en';
  texts: Record<
    | 'title'
    | 'suggested'
    | 'none'
    | 'because'
    | 'open'
    | 'differs'
    | 'worse'
    | 'worseAsk'
    | 'noCriteria',
    string
  >;
}

/** What to see before deciding, and where it can be put right. */
export interface SheetNotice {
  tone: Tone;
  title: string;
  lines: readonly string[];
  act?: { type: FormCommand; preset: Record<string, string>; label: string } | undefined;
}

/** The approved text a copy is made of, and how long it may be where. */
export interface SheetCopy {
  title: string | null;
  body: string;
  limits: CopyLimits;
  texts: Record<'title' | 'nothing' | 'signs' | 'most' | 'titleMost' | 'messages', string>;
}

/** A command's form with words, choices and what is known already. */
export interface Sheet {
  type: string;
  title: string;
  lead?: string | undefined;
  /** Facts to see before deciding: a suggestion with its reasons, a calm test. */
  notices: readonly SheetNotice[];
  /** A text to read before deciding. */
  reading?: { title: string; text: string } | undefined;
  /** Suggests a grade while the form is filled in. */
  suggestion?: SheetSuggestion | undefined;
  /** Shows what a copy becomes while its paragraphs are chosen. */
  copy?: SheetCopy | undefined;
  fields: readonly SheetField[];
  groups: readonly SheetGroup[];
  submit: string;
  /** Sentence to agree to before an act that cannot be taken back. */
  confirm?: string | undefined;
  done: string;
  danger: boolean;
  wide: boolean;
  /** Person for whom what is typed is kept on the device, where it is a long text. */
  keeper?: string | undefined;
  /** Words of the panel that shows what the command would do to the time limits, where it has one. */
  effects?: EffectsTexts | undefined;
  /** Version of the incident this was made from. */
  version: number;
}

/** Words for a text somebody else saved in between. */
export interface OvertakenTexts {
  /** `{name}`, `{at}`, `{newest}`, `{base}`. */
  title: string;
  lead: string;
  theirs: string;
  difference: string;
  added: string;
  removed: string;
  takeTheirs: string;
  keepMine: string;
  decideFirst: string;
  setAside: string;
}

/** Words the form needs besides those of the sheet. */
export interface FormTexts {
  close: string;
  cancel: string;
  loading: string;
  loadFailed: string;
  busy: string;
  required: string;
  tooLong: string;
  notANumber: string;
  invalid: string;
  offline: string;
  checkFields: string;
  keptText: string;
  draftRestored: string;
  draftDiscard: string;
  draftKeep: string;
  /** When it was last touched and, for a text, on which version: `{at}`, `{version}`. */
  draftKeptAt: string;
  draftBase: string;
  draftFailed: string;
  disconnected: string;
  reconnected: string;
  /** `{names}`: who else has the text open. */
  otherWriters: string;
  otherWritersWhat: string;
  listSeparator: string;
  overtaken: OvertakenTexts;
  none: string;
  choose: string;
  /** Of a question nobody can answer yet. */
  unknown: string;
  nothing: string;
  refresh: string;
  refreshed: string;
  confirmYes: string;
  partsTitle: string;
  /** `{count}`: how long a text is. */
  signs: string;
  partsComplete: string;
  parts: readonly string[];
  pointFinding: string;
  pointFindings: readonly SheetOption[];
  pointSaid: string;
  pointEvidence: string;
  /** `{points}`: numbers of the points without a finding or an answer. */
  pointsOpen: string;
  optional: string;
  /** 本系统不处理国家秘密. */
  secrecy: string;
  mask: MaskTexts;
}

/** What went wrong, in words. */
export interface FailureText {
  what: string;
  todo?: string | undefined;
  /** Texts by field. */
  fields: Record<string, string>;
  /** The incident has moved on: the form can be brought up to date. */
  isStale: boolean;
}

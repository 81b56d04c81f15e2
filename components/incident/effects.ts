/** What a command would do to the time limits, in words; made by the server as fields are filled. */
export interface EffectsView {
  /** Why it would be refused; no lines then. */
  refusal: string | null;
  /** What to know before confirming. */
  notes: readonly string[];
  lines: readonly EffectLine[];
}

export type EffectMark = 'new' | 'moved' | 'gone' | 'done' | 'paused' | 'kept';

export interface EffectLine {
  key: string;
  mark: EffectMark;
  /** Whether the time has passed already. */
  isLate: boolean;
  /** 初步回应：明天 09:30（不变） */
  sentence: string;
  /** Both times, where the due time changes. */
  times: { before: string; after: string } | null;
}

/** Fixed words of the panel. */
export interface EffectsTexts {
  title: string;
  /** Before there is enough to go by. */
  waiting: string;
  looking: string;
  failed: string;
  before: string;
  after: string;
}

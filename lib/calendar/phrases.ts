import type { StepCode, StepParams } from './due-steps';

/** One sentence per step code, plus one per year without holiday notice. */
export type Phrases = {
  steps: { [C in StepCode]: (params: StepParams[C]) => string };
  yearMissing: (year: number) => string;
};

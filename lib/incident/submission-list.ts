import type { Mechanism } from '@/lib/plan/schema-mechanisms';
import type { Label } from '@/lib/plan/schema-parts';

/** What the machine looks for where an item of a list asks for it; judging stays with the person. */
export type MachineLook = 'slips' | 'set_phrases';

/** An item of the plan's list that whoever sends a text ticks. */
export interface ItemToTick {
  /** `reply_quality:2`: the list and the place in it, in the version the incident is pinned to. */
  key: string;
  label: Label;
  look: MachineLook | null;
}

/** Words of an item by which it says what to look for. */
const LOOKS: readonly (readonly [RegExp, MachineLook])[] = [
  [/错别?字|笔误|漏字/, 'slips'],
  [/套话|程式化|空话/, 'set_phrases'],
];

/**
 * What has to be ticked before a text to the public goes for approval: the items of the plan's lists
 * marked so, in order. Source: plan P04, quality of replies.
 */
export function itemsToTick(mechanisms: readonly Mechanism[]): ItemToTick[] {
  return mechanisms
    .filter((one) => one.kind === 'checklist')
    .filter((one) => one.atSubmission)
    .flatMap(({ key, items }) =>
      items.map((label, index) => ({
        key: `${key}:${index}`,
        label,
        look: LOOKS.find(([words]) => words.test(label.zh))?.[1] ?? null,
      })),
    );
}

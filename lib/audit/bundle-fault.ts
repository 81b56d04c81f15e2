import type { ChainFaultReason } from './verify';

/**
 * What is wrong with a bundle, besides the chain's own reasons: `line` unreadable bytes · `json`
 * broken JSON · `header` no or an unknown header · `foreign` a line that belongs to no bundle, or a
 * stream that the header does not name · `truncated` no trailer · `count` a wrong number of events
 * · `digest` bytes changed · `form` a line is not canonical JSON · `signature` missing or wrong.
 */
export type BundleFaultReason =
  | ChainFaultReason
  | 'line'
  | 'json'
  | 'header'
  | 'foreign'
  | 'truncated'
  | 'count'
  | 'digest'
  | 'form'
  | 'signature';

/** The first fault of a bundle; `line` counts from 1. */
export interface BundleFault {
  readonly line: number;
  readonly reason: BundleFaultReason;
  readonly message: string;
  readonly streamId?: string;
  readonly seq?: number;
}

/** Carries the first fault out of the reading; `verifyBundle` catches it. */
export class FoundFault extends Error {
  constructor(readonly fault: BundleFault) {
    super(fault.message);
  }
}

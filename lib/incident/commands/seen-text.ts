import { z } from 'zod';
import { id } from '../input';

const contentHash = z.string().regex(/^[0-9a-f]{64}$/);

/** The text a person saw, and the step they saw it at where the caller names one. */
export const seenText = { wordingId: id, contentHash, stepId: id.optional() };
export type Seen = { wordingId: string; contentHash: string; stepId?: string | undefined };

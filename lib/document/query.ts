import { z } from 'zod';
import { givenSchema } from './given';
import { DOCUMENT_KINDS } from './kinds';

/** What a document is asked for with, in an address: its kind, its row, and what the office gives. */
export const documentQuery = givenSchema.extend({
  kind: z.enum(DOCUMENT_KINDS).default('report'),
  ref: z.uuid().nullable().default(null),
});
export type DocumentQuery = z.output<typeof documentQuery>;

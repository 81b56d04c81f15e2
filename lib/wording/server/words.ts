import 'server-only';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { optionalText, text } from '@/lib/incident/input';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import {
  foldPhrase,
  type ListedWord,
  MOST_WORDS,
  PHRASE_MAX,
  WORD_WEIGHTS,
  type WordWeight,
} from '../listed-words';
import { ownOrg, refuseChange } from './own-org';

export interface ListedWordRow extends ListedWord {
  addedBy: string;
  addedAt: string;
}

/** The word list of the actor's institution, newest first. Throws `Problem` FORBIDDEN. */
export async function listWords(actor: Actor): Promise<ListedWordRow[]> {
  const orgId = ownOrg(actor, 'wording:read');
  const rows = await prisma.listedWord.findMany({
    where: { orgId, removedAt: null },
    orderBy: [{ addedAt: 'desc' }, { id: 'desc' }],
  });
  const people = await prisma.user.findMany({
    where: { id: { in: rows.map((one) => one.addedBy) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ id, phrase, why, instead, weight, addedBy, addedAt }) => ({
    ...{ id, phrase, why, instead },
    weight: weight as WordWeight,
    addedBy: names.get(addedBy) ?? '—',
    addedAt: addedAt.toISOString(),
  }));
}

/** The words a text of this institution is checked against, in the order of the list. */
export async function loadListedWords(db: Db, orgId: string): Promise<ListedWord[]> {
  const rows = await db.listedWord.findMany({
    where: { orgId, removedAt: null },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, phrase: true, why: true, instead: true, weight: true },
  });
  return rows.map((row) => ({ ...row, weight: row.weight as WordWeight }));
}

export const wordInput = z.strictObject({
  phrase: text(PHRASE_MAX).refine((phrase) => foldPhrase(phrase).length >= 2, 'too_short'),
  why: text(200),
  instead: optionalText(200),
  weight: z.enum(WORD_WEIGHTS),
});

/**
 * Puts a word on the list. The record holds its id and weight; the entry itself is never rewritten.
 * Throws `Problem`: FORBIDDEN without `wording:configure`; REFUSED `word_listed_already`,
 * `word_list_full`.
 */
export async function addWord(actor: Actor, input: z.output<typeof wordInput>): Promise<string> {
  const orgId = ownOrg(actor, 'wording:configure');
  const id = newId();
  await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Org" WHERE id = ${orgId}::uuid FOR UPDATE`;
    const listed = await tx.listedWord.findMany({ where: { orgId, removedAt: null } });
    const phrase = foldPhrase(input.phrase);
    if (listed.some((one) => foldPhrase(one.phrase) === phrase)) {
      throw refuseChange('word_listed_already');
    }
    if (listed.length >= MOST_WORDS) throw refuseChange('word_list_full');
    const addedAt = await businessNow(tx);
    await tx.listedWord.create({ data: { id, orgId, ...input, addedBy: actor.id, addedAt } });
    const payload = { wordId: id, weight: input.weight };
    await recordChange(tx, orgId, 'wording.wordListed', personActor(actor.id), payload);
  });
  return id;
}

/** Takes a word off the list. Throws `Problem`: FORBIDDEN, NOT_FOUND. */
export async function removeWord(actor: Actor, wordId: string): Promise<void> {
  const orgId = ownOrg(actor, 'wording:configure');
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.listedWord.updateMany({
      where: { id: wordId, orgId, removedAt: null },
      data: { removedBy: actor.id, removedAt: await businessNow(tx) },
    });
    if (count === 0) throw new Problem('NOT_FOUND');
    await recordChange(tx, orgId, 'wording.wordRemoved', personActor(actor.id), { wordId });
  });
}

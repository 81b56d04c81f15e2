import { maskPersonalData } from '@/lib/mention/mask';
import type { PersonalDataKind } from '@/lib/mention/personal-data';
import type { Mechanism } from '@/lib/plan/schema-mechanisms';
import { findListedWords, type ListedWord } from '@/lib/wording/listed-words';
import { findSetPhrases, findSlips } from '@/lib/wording/slips';
import type { ItemToTick } from './submission-list';
import { emptyParts, usesParts } from './wording-parts';

/** What was found in a text, and where. */
export type WordingFinding =
  /** Part of the five that has nothing under it: an index into `WORDING_PARTS`. */
  | { code: 'part_empty'; severity: 'error'; part: number }
  | { code: 'personal_data'; severity: 'error'; kind: PersonalDataKind; count: number }
  /** A word of the institution's list, where it stands, why it is on it and what to say instead. */
  | {
      code: 'listed_word';
      severity: 'error' | 'warning';
      passage: string;
      word: Pick<ListedWord, 'phrase' | 'why' | 'instead'>;
    }
  /** What an item of the plan's list has looked for: slips of the pen, set phrases. */
  | { code: 'slip' | 'set_phrase'; severity: 'warning'; passage: string }
  /** `sentence` is the one that promises, as it stands. */
  | { code: 'promise_undated'; severity: 'warning'; sentence: string }
  | { code: 'contact_missing'; severity: 'hint' };

/** What a text is checked against besides itself. */
interface Given {
  title?: string | null;
  words?: readonly ListedWord[];
  items?: readonly ItemToTick[];
}

/** Numbers under which an office is reached stand in a text on purpose; people's own never do. */
const OF_PEOPLE: readonly PersonalDataKind[] = ['phone', 'id_number', 'bank_card', 'plate'];

const SENTENCES = /[^。！？；\n]+/g;
/** Words that put something off without saying to when. */
const PUT_OFF = /尽快|尽早|近期|近日内|及时(?:公布|公开|发布|通报|回应|答复|告知)|第一时间|适时/;
/** A sentence that says what will be, not what was. */
const AHEAD = /将|会|要|继续|后续|请.{0,6}(?:等待|关注)/;
/** A day, an hour or a span: 11月23日, 18:00, 18时前, 24小时内, 三日内, 明天, 本周五. */
const DATED =
  /\d{1,2}\s*月\s*\d{1,2}\s*日|\d{1,2}\s*[日号](?:前|内|之前)|\d{1,2}[:：]\d{2}|[\d〇一二三四五六七八九十两]+\s*(?:个)?\s*(?:工作日|小时|分钟|点|时|日|天|周)(?:钟)?(?:之?[前内]|以前|以内|半)?|今天|今日|今晚|明天|明日|后天|[本下]周[一二三四五六日天末]|月底前|年底前/;
const CONTACT = /电话|热线|邮箱|信箱|地址|来访|联系(?:人|方式)|\d{3,4}[-－ ]?\d{7,8}|\b1\d{4}\b|@/;

/**
 * What stands against sending a text for approval. Errors block it, a warning needs a reason, a
 * hint is only said. Pure; nothing in the text is changed. A text without the five headings is
 * somebody's own form: no part of it is missing. An internal line is not spoken to the public: it
 * owes neither parts nor a contact, but holds no personal data either.
 *
 * The words are those of the institution; slips and set phrases are looked for where an item of the
 * plan's list asks for it.
 *
 * Source: domain.md guard 5 and the five parts of public wording; plan P04, quality of replies.
 */
export function checkWording(
  body: string,
  isPublic: boolean,
  { title = null, words = [], items = [] }: Given = {},
): WordingFinding[] {
  const whole = title ? `${title}\n${body}` : body;
  const parts = isPublic ? emptyParts(body) : [];
  const personal = maskPersonalData(body).found.filter(({ kind }) => OF_PEOPLE.includes(kind));
  const lacksContact = isPublic && !usesParts(body) && !CONTACT.test(body);
  return [
    ...parts.map((part): WordingFinding => ({ code: 'part_empty', severity: 'error', part })),
    ...personal.map(
      (one): WordingFinding => ({
        code: 'personal_data',
        severity: 'error',
        ...one,
      }),
    ),
    ...findListedWords(whole, words).map(
      ({ word, passage }): WordingFinding => ({
        code: 'listed_word',
        severity: word.weight === 'refuse' ? 'error' : 'warning',
        passage,
        word,
      }),
    ),
    ...(isPublic ? undatedPromises(body) : []),
    ...looksOf(whole, items),
    ...(lacksContact ? [{ code: 'contact_missing', severity: 'hint' } as const] : []),
  ];
}

function looksOf(whole: string, items: readonly ItemToTick[]): WordingFinding[] {
  const looks = new Set(items.map((one) => one.look));
  const found = (code: 'slip' | 'set_phrase', passages: readonly string[]): WordingFinding[] =>
    passages.map((passage) => ({ code, severity: 'warning', passage }));
  return [
    ...(looks.has('slips') ? found('slip', findSlips(whole)) : []),
    ...(looks.has('set_phrases') ? found('set_phrase', findSetPhrases(whole)) : []),
  ];
}

function undatedPromises(body: string): WordingFinding[] {
  const sentences = (body.match(SENTENCES) ?? []).map((one) => one.trim());
  return sentences
    .filter(
      (one) => PUT_OFF.test(one) && AHEAD.test(one) && !DATED.test(one.replaceAll('第一时间', '')),
    )
    .map((sentence) => ({ code: 'promise_undated', severity: 'warning', sentence }));
}

/** Checklists of the plan that are shown, not ticked, before a text goes for approval, in order. */
export function plannedChecklists(
  mechanisms: readonly Mechanism[],
): Extract<Mechanism, { kind: 'checklist' }>[] {
  return mechanisms.filter((one) => one.kind === 'checklist').filter((one) => !one.atSubmission);
}

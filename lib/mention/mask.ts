import { maskNames } from './mask-names';
import {
  type Groups,
  PERSONAL_DATA_RULES,
  type PersonalDataKind,
  type PersonalDataRule,
} from './personal-data';

/** A text without personal data, and how much of which kind was masked in it. */
export interface MaskedText {
  readonly text: string;
  readonly found: readonly { readonly kind: PersonalDataKind; readonly count: number }[];
}

/**
 * Web addresses stay whole, ids in them are no people: with a scheme, or a bare host of a known
 * ending followed by a path. They end at the first character outside printable ASCII.
 */
const URLS =
  /https?:\/\/[\x21\x23-\x3b\x3d\x3f-\x7e]+|(?<![A-Za-z0-9.@*-])(?:[A-Za-z0-9-]{1,63}\.){1,5}(?:com|cn|net|org|tv|me)\/[\x21\x23-\x3b\x3d\x3f-\x7e]*/gi;

/** Only a query value that is named a phone number is masked inside an address. */
const PHONE_PARAMETERS =
  /(?<name>[?&](?:phone|mobile|tel|telephone|cellphone|shouji|dianhua)=(?:\+|%2B)?(?:86)?)(?<first>1[3-9]\d)\d{4}(?<last>\d{4})(?!\d)/gi;

/**
 * Masks personal data in Chinese text, before its first write: mainland mobile numbers, landlines,
 * identity numbers, bank cards, vehicle plates, mail addresses, also with separators, in
 * full-width digits and with +86. `13812345678` becomes `138****5678`; an identity number keeps
 * three and two digits, a card four and four, a plate its region and last character.
 *
 * Left alone: web addresses, dates, times, amounts of money, counts, document numbers, public
 * service numbers (110, 12345, 95xxx, 96xxx, 400). Masking twice is masking once. Time is linear
 * in the length. `found` lists only kinds that occur. Of people's names only those of children and
 * patients are recognised, where the text says that they are (mask-names.ts).
 *
 * Source: domain.md guard 5; 个人信息保护法 (minimum data).
 */
export function maskPersonalData(text: string): MaskedText {
  const counts = new Map<PersonalDataKind, number>();
  const count = (kind: PersonalDataKind): void => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  const parts: string[] = [];
  let start = 0;
  for (const url of text.matchAll(URLS)) {
    parts.push(maskPlain(text.slice(start, url.index), count), maskUrl(url[0], count));
    start = url.index + url[0].length;
  }
  parts.push(maskPlain(text.slice(start), count));
  return {
    text: parts.join(''),
    found: [...counts].map(([kind, total]) => ({ kind, count: total })),
  };
}

type Count = (kind: PersonalDataKind) => void;

function maskUrl(url: string, count: Count): string {
  return url.replace(PHONE_PARAMETERS, (_all, name: string, first: string, last: string) => {
    count('phone');
    return `${name}${first}****${last}`;
  });
}

function maskPlain(text: string, count: Count): string {
  const named = maskNames(text, count);
  return PERSONAL_DATA_RULES.reduce((masked, rule) => applyRule(masked, rule, count), named);
}

function applyRule(text: string, rule: PersonalDataRule, count: Count): string {
  const folded = fold(text);
  const pattern = new RegExp(rule.pattern);
  const parts: string[] = [];
  let start = 0;
  for (let match = pattern.exec(folded); match; match = pattern.exec(folded)) {
    const groups = groupsOf(match);
    if (rule.accepts && !rule.accepts(groups)) {
      pattern.lastIndex = match.index + 1;
      continue;
    }
    const kept = match.index + (groups.kept ?? '').length;
    parts.push(text.slice(start, kept), rule.mask(groups));
    start = match.index + match[0].length;
    count(rule.kind);
  }
  return start === 0 ? text : parts.join('') + text.slice(start);
}

function groupsOf(match: RegExpExecArray): Groups {
  const named = Object.entries(match.groups ?? {}).map(([key, value]) => [key, value ?? '']);
  return Object.fromEntries(named);
}

/** Full-width forms as ASCII, unit by unit, so that positions stay. */
function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\uffe5]/g, (unit) => {
    if (unit === '\u3000') return ' ';
    if (unit === '\uffe5') return '¥';
    return String.fromCharCode(unit.charCodeAt(0) - 0xfee0);
  });
}

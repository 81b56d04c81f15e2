/** Kinds of personal data that are recognised in text. */
export type PersonalDataKind =
  | 'email'
  | 'id_number'
  | 'bank_card'
  | 'phone'
  | 'landline'
  | 'plate'
  | 'child_name'
  | 'patient_name';

/** How one kind is found and what is left of it. */
export interface PersonalDataRule {
  readonly kind: PersonalDataKind;
  /**
   * Global pattern over folded text (full-width forms made ASCII). Bounded in length, and fenced
   * against digits and asterisks on both sides, so that what was masked is never found again.
   */
  readonly pattern: RegExp;
  /** Says whether a match is one, given its named groups; without it every match is. */
  readonly accepts?: (match: Groups) => boolean;
  /** What stands in the match's place, after the group `kept` (first, optional), which stays. */
  readonly mask: (match: Groups) => string;
}

/** Named groups of a match; a group that took no part is empty. */
export type Groups = Readonly<Record<string, string>>;

const SEPARATOR = '[ \\t\\u00a0\\u200b-\\u200d\\ufeff.·•_\\-‐-―]';
/** Between two groups of digits, at most three characters: `138 - 1234 - 5678`. */
const GAP = `${SEPARATOR}{0,3}`;
const SPACE = `${SEPARATOR}{1,3}`;
const BEFORE = '(?<![\\d*])';
const AFTER = '(?![\\d*])';

const CHINA = `(?:\\(?(?:\\+|00)86\\)?${GAP}|(?<!\\d)86${SEPARATOR}?)`;
const PROVINCES = '1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91';
const MONTH_DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const PLATE_REGIONS = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const PLATE_LETTER = 'A-HJ-NP-Za-hj-np-z';

/** An amount of money is no number to call; 元旦 is no amount. */
const NO_MONEY_BEFORE = '(?<![¥$]\\s?)';
const NO_MONEY_AFTER = '(?!\\.\\d{1,2}(?!\\d)|\\s?[万亿]?元(?!旦))';

/** 400 and 800 numbers are public. */
const NO_SERVICE = '(?![48]00[ -]?\\d{3,4}[ -]?\\d{3,4}(?!\\d))';

/**
 * Recognised forms, in the order in which they are looked for: longer and surer ones first.
 * Forms: GB 11643 (citizen identification numbers, ISO 7064 MOD 11-2), GA 36 (vehicle plates),
 * ISO/IEC 7812 (Luhn), mobile numbers 1[3-9]x, area codes with seven or eight digits.
 */
export const PERSONAL_DATA_RULES: readonly PersonalDataRule[] = [
  {
    kind: 'email',
    pattern:
      /(?<![A-Za-z0-9._%+*-])(?<first>[A-Za-z0-9])[A-Za-z0-9._%+-]{0,63}@(?<host>[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})/g,
    mask: ({ first, host }) => `${first}***@${host}`,
  },
  {
    kind: 'id_number',
    pattern: new RegExp(
      `(?<kept>身份证(?:号码?)?[^\\d*]{0,4})?${BEFORE}(?<area>(?:${PROVINCES})\\d{4})${GAP}` +
        `(?<birth>(?:18|19|20)\\d{2}${MONTH_DAY})${GAP}(?<tail>\\d{3}[\\dXx])${AFTER}`,
      'g',
    ),
    accepts: ({ kept, area, birth, tail }) =>
      kept !== '' || hasIdChecksum(`${area}${birth}${tail}`),
    mask: ({ area, birth, tail }) => keepEnds(`${area}${birth}${tail}`, 3, 2),
  },
  {
    kind: 'id_number',
    pattern: new RegExp(
      `${BEFORE}(?<![A-Za-z])(?<id>(?:${PROVINCES})\\d{6}${MONTH_DAY}\\d{3})${AFTER}(?![A-Za-z])`,
      'g',
    ),
    mask: ({ id }) => keepEnds(id ?? '', 3, 2),
  },
  {
    kind: 'bank_card',
    pattern: new RegExp(`${BEFORE}(?<![A-Za-z])(?<card>(?:[3-6]\\d|95)\\d{14,17})${AFTER}`, 'g'),
    accepts: ({ card }) => hasLuhnChecksum(card ?? ''),
    mask: ({ card }) => keepEnds(card ?? '', 4, 4),
  },
  {
    kind: 'bank_card',
    pattern: new RegExp(
      `${BEFORE}(?<!\\d{4}${SEPARATOR})(?<card>[3-6]\\d{3}(?:${SEPARATOR}\\d{4}){3}(?:${SEPARATOR}?\\d{1,3})?` +
        `|62\\d{4}${SEPARATOR}\\d{10,13})${AFTER}(?!${SEPARATOR}\\d)`,
      'g',
    ),
    accepts: ({ card }) => hasLuhnChecksum(digitsOf(card ?? '')),
    mask: ({ card }) => keepEnds(digitsOf(card ?? ''), 4, 4),
  },
  {
    kind: 'phone',
    pattern: new RegExp(
      `${BEFORE}(?<!0\\.)${NO_MONEY_BEFORE}(?<kept>${CHINA}|0)?(?<number>1[3-9]\\d(?:\\d{8}` +
        `|${SPACE}\\d{4}${SPACE}\\d{4}|[ \\t-]\\d{8}|\\d{4}${SPACE}\\d{4}` +
        `|\\d[ -]\\d{4}[ -]\\d{3}|[ -]\\d{3}[ -]\\d{5}))${AFTER}${NO_MONEY_AFTER}`,
      'g',
    ),
    mask: ({ number }) => {
      const digits = digitsOf(number ?? '');
      return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
    },
  },
  {
    kind: 'landline',
    pattern: new RegExp(
      `${BEFORE}(?<!\\d-)(?<kept>(?:${CHINA}0?|\\(?0)(?:10|2\\d|[3-9]\\d{2})\\)?${GAP})` +
        `(?<number>[2-8]\\d{2,3}${GAP}\\d{4})${AFTER}`,
      'g',
    ),
    mask: ({ number }) => `****${digitsOf(number ?? '').slice(-4)}`,
  },
  {
    kind: 'landline',
    pattern: new RegExp(
      `(?<kept>(?:电话|座机|固话|[Tt][Ee][Ll])号?码?\\s?[:是为]?\\s?)${NO_SERVICE}(?<number>[2-8]\\d{2,3}[ -]?\\d{4})${AFTER}`,
      'g',
    ),
    mask: ({ number }) => `****${digitsOf(number ?? '').slice(-4)}`,
  },
  {
    kind: 'plate',
    pattern: new RegExp(
      `(?<region>[${PLATE_REGIONS}][${PLATE_LETTER}])${SEPARATOR}?` +
        `(?<number>[${PLATE_LETTER}\\d]{4}[${PLATE_LETTER}\\d挂学警港澳][\\dA-Ka-k]?)(?![A-Za-z\\d*])`,
      'g',
    ),
    accepts: ({ number }) => isPlateNumber(number ?? ''),
    mask: ({ region, number }) => `${region}****${(number ?? '').slice(-1)}`,
  },
];

function keepEnds(text: string, first: number, last: number): string {
  return text.slice(0, first) + '*'.repeat(text.length - first - last) + text.slice(-last);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** GA 36: at most two letters among five; new energy: letter first (or last) and digits. */
function isPlateNumber(number: string): boolean {
  if (number.length === 6) return /^(?:[A-Ka-k][A-Za-z\d]\d{4}|\d{5}[A-Ka-k])$/.test(number);
  return number.replace(/[^\d]/g, '').length >= 3;
}

/** ISO 7064 MOD 11-2 over seventeen digits, as GB 11643 asks. */
function hasIdChecksum(id: string): boolean {
  const sum = [...id].slice(0, 17).reduce((total, digit, index) => {
    const weight = 2 ** (17 - index) % 11;
    return total + Number(digit) * weight;
  }, 0);
  return '10X98765432'[sum % 11] === id.at(-1)?.toUpperCase();
}

/** ISO/IEC 7812-1 annex B. */
function hasLuhnChecksum(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

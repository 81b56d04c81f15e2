const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一 to 九十九, for headings. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return `${ten}${DIGITS[ones]}`;
}

/**
 * 发文字号 as GB/T 9704 wants it: six-angle brackets round the whole year, neither 第 nor a leading
 * zero: `云教报[2026]第012号` becomes `云教报〔2026〕12号`. What has no year in brackets stays as given.
 */
export function documentNumber(text: string): string {
  const match = /^(.*?)\s*[[〔【（(［]\s*(\d{4})\s*[\]〕】）)］]\s*第?\s*0*(\d+)\s*号?$/u.exec(
    text.trim(),
  );
  return match ? `${match[1]}〔${match[2]}〕${match[3]}号` : text.trim();
}

/** 期号: `第12期`, from a bare number or from words. */
export function issueNumber(text: string): string {
  const match = /^第?\s*0*(\d+)\s*期?$/u.exec(text.trim());
  return match ? `第${match[1]}期` : text.trim();
}

const FULL_MARKS = '“”‘’—…·';

/** Width of a text in full characters: what is not Han, kana, full-width or a Chinese mark counts half. */
export function widthOf(text: string): number {
  const isFull = (one: string) => (one.codePointAt(0) ?? 0) > 0x2e7f || FULL_MARKS.includes(one);
  return [...text].reduce((sum, one) => sum + (isFull(one) ? 1 : 0.5), 0);
}

/**
 * Right indents in characters of signature and date (GB/T 9704 7.3.5): with a seal the date stands
 * four from the edge and the signature is centred over it; without one, the signature stands two
 * from the edge and the date begins two characters further right, or two from the edge itself.
 */
export function signatureIndents(
  org: string,
  date: string,
  isSealed: boolean,
): { org: number; date: number } {
  const [orgWidth, dateWidth] = [widthOf(org), widthOf(date)];
  if (isSealed) return { org: Math.max(0, 4 + (dateWidth - orgWidth) / 2), date: 4 };
  const date2 = orgWidth - dateWidth;
  return date2 >= 2 ? { org: 2, date: date2 } : { org: 4 + dateWidth - orgWidth, date: 2 };
}

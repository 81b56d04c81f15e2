/** A spreadsheet takes a cell that begins like this for a formula, also after spaces. */
const FORMULA = /^[\t\r\n ]*[=+\-@＝＋－＠]|^[\t\r]/u;

/**
 * A text as a spreadsheet cell that computes nothing: one that would be taken for a formula gets an
 * apostrophe in front. Source: OWASP, CSV injection.
 */
export const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** What the register says of an account, as far as it decides who signs. */
interface Registered {
  signingUnit: string | null;
}

const SEPARATOR = /[、；;\n]+/u;

const namesIn = (text: string): string[] =>
  text
    .split(SEPARATOR)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/**
 * 署名单位 that may stand under what goes out: the institution itself, then the units its register
 * names for the account; without an account, those of any of its accounts. Each once, in order.
 */
export function signingUnits(orgName: string, accounts: readonly Registered[]): string[] {
  const registered = accounts.flatMap((one) => namesIn(one.signingUnit ?? ''));
  return [...new Set([orgName, ...registered])];
}

/** Whether a signature names only units that may sign; a joint one names several, parted by 、. */
export function maySign(signatory: string, units: readonly string[]): boolean {
  const names = namesIn(signatory);
  return names.length > 0 && names.every((one) => units.includes(one));
}

/** The signatures to choose from: each unit, and the institution together with each of the others. */
export function signatures(units: readonly string[]): string[] {
  const [own, ...others] = units;
  if (own === undefined) return [];
  return [...units, ...others.map((one) => `${own}、${one}`)];
}

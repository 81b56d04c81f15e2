/** What a link asks the incident's page to do: a command, and fields its form starts with. */
export interface AskedCommand {
  type: string;
  preset: Record<string, string>;
}

const COMMAND = 'do';
const FIELD = 'do.';

/** Address, on the incident's own page, that opens a command's form: `?do=reply&do.kind=first`. */
export function commandHref(type: string, preset: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ [COMMAND]: type });
  for (const [field, value] of Object.entries(preset)) query.set(`${FIELD}${field}`, value);
  return `?${query}`;
}

/** The command an address asks for, or null. */
export function readCommand(search: string): AskedCommand | null {
  const query = new URLSearchParams(search);
  const type = query.get(COMMAND);
  if (!type) return null;
  const fields = [...query].filter(([name]) => name.startsWith(FIELD));
  const preset = Object.fromEntries(
    fields.map(([name, value]) => [name.slice(FIELD.length), value]),
  );
  return { type, preset };
}

/** The address's query without what it asks to do. */
export function withoutCommand(search: string): string {
  const query = new URLSearchParams(search);
  for (const name of [...query.keys()]) {
    if (name === COMMAND || name.startsWith(FIELD)) query.delete(name);
  }
  return query.size > 0 ? `?${query}` : '';
}

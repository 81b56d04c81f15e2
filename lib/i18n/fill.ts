/**
 * Puts values in the places of a text that has only plain ones, such as `{name}`. For texts that
 * stand on every page: a message parser made anew for each costs more than the line it is for.
 * Places without a value stay as they are; plurals and formats need the parser.
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

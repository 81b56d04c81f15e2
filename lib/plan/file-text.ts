/**
 * The text of a plan file that was handed in: as it is, or as member `text` of a JSON object, for
 * callers that can only send JSON. A plan has no member of that name.
 */
export function fileTextOf(body: string): string {
  if (!/^\s*\{\s*"text"\s*:/.test(body)) return body;
  try {
    const { text } = JSON.parse(body) as { text?: unknown };
    return typeof text === 'string' ? text : body;
  } catch {
    return body;
  }
}

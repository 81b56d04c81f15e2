/** The five parts of a public wording, in order, as they head its paragraphs. */
export const WORDING_PARTS = [
  '已知事实',
  '正在核实',
  '已采取措施',
  '下次更新时间',
  '联系方式',
] as const;

/** A wording to begin with: five headed parts, empty. */
export function wordingTemplate(): string {
  return WORDING_PARTS.map((part) => `【${part}】\n`).join('\n');
}

/** Whether a text is written in the headed parts at all. */
export function usesParts(body: string): boolean {
  return WORDING_PARTS.some((part) => body.includes(`【${part}】`));
}

/**
 * Parts that have nothing under their heading, or no heading: indexes into `WORDING_PARTS`. A text
 * that uses no headings at all is somebody's own form and is missing nothing.
 */
export function emptyParts(body: string): number[] {
  if (!usesParts(body)) return [];
  return WORDING_PARTS.flatMap((part, index) => (contentOf(body, part) === '' ? [index] : []));
}

function contentOf(body: string, part: string): string {
  const [, after = ''] = body.split(`【${part}】`);
  return (after.split('【')[0] ?? '').trim();
}

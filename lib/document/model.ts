import type { IncidentState } from '@/lib/incident/model';

/** Where a fact is kept: a collection of the incident, or what a person gave for this document. */
export type FactRows = keyof IncidentState | 'plan' | 'org' | 'given' | 'duty' | 'calendar';

/**
 * The stored fact a sentence comes from. `id` names the row; null means that the whole collection
 * was looked through, as when there is none.
 */
export interface FactRef {
  rows: FactRows;
  id: string | null;
  field?: string;
}

/** One generated sentence or cell with the facts it states. */
export interface Said {
  text: string;
  facts: readonly FactRef[];
  /** Set where the sentence says that nothing is on record. */
  isAbsent?: boolean;
}

export interface Column {
  label: string;
  /** Share of the width; the shares of a table need not add up to anything. */
  share: number;
  align?: 'start' | 'center' | 'end';
}

/** A label of a form and what stands beside it; two pairs make a row of four cells. */
export interface FormPair {
  label: string;
  value: readonly Said[];
}

export interface Chart {
  title: string;
  type: 'line' | 'bar';
  categories: readonly string[];
  series: readonly { label: string; values: readonly (number | null)[] }[];
  facts: readonly FactRef[];
}

/** A document is data: what is written, in order. Only `sentences`, cells and values are generated. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; sentences: readonly Said[]; isFlush?: boolean }
  /** Words every document of the kind has, such as 特此报告。 */
  | { kind: 'formula'; text: string }
  | {
      kind: 'table';
      caption: string;
      columns: readonly Column[];
      rows: readonly (readonly Said[])[];
    }
  | { kind: 'form'; rows: readonly (readonly FormPair[])[] }
  | { kind: 'chart'; chart: Chart }
  /** Room to write in by hand, such as 批示. */
  | { kind: 'box'; label: string };

/** How the first page begins: red head, bulletin head, a title, or a form's title with its number. */
export type Head =
  | {
      kind: 'letterhead';
      mark: string;
      number: string | null;
      signer: string | null;
      urgency: string | null;
    }
  /** 信函格式: the name of the house between red double lines, the number right below them. */
  | { kind: 'letter'; mark: string; number: string | null; urgency: string | null }
  | { kind: 'bulletin'; name: string; issue: string | null; office: string; date: string }
  | { kind: 'plain' }
  | { kind: 'form'; notes: readonly Said[] };

export interface OfficialDocument {
  kind: string;
  title: string;
  head: Head;
  /** 主送 */
  addressee: string | null;
  blocks: readonly Block[];
  /** 附件说明: names in order. */
  attachments: readonly Said[];
  /** 署名与成文日期; null where the kind bears none. */
  signature: { org: string; date: string; isSealed: boolean } | null;
  /** 附注, in brackets below the date: whom to ask. */
  note?: Said | null;
  /** 版记: copies and what follows; without a label its values are spread over the line. */
  closing: readonly FormPair[];
  fonts: FontSet;
  isLandscape?: boolean;
}

export const FONT_SETS = ['standard', 'gb2312'] as const;
export type FontSet = (typeof FONT_SETS)[number];

/** Every generated sentence, cell and value of a document, in order. */
export function saidIn(document: OfficialDocument): Said[] {
  const inBlocks = document.blocks.flatMap((block): readonly Said[] => {
    switch (block.kind) {
      case 'paragraph':
        return block.sentences;
      case 'table':
        return block.rows.flat();
      case 'form':
        return block.rows.flat().flatMap((pair) => pair.value);
      case 'chart':
        return [{ text: block.chart.title, facts: block.chart.facts }];
      default:
        return [];
    }
  });
  const notes = document.head.kind === 'form' ? document.head.notes : [];
  return [
    ...notes,
    ...inBlocks,
    ...document.attachments,
    ...(document.note ? [document.note] : []),
    ...document.closing.flatMap((pair) => pair.value),
  ];
}

import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  stringify,
  visit,
} from 'yaml';
import { isPlain } from './elements';
import { type PlanProblem, problemAt, problemsOf } from './problems';
import { planSchema, type ResponsePlan } from './schema';
import { orderSteps } from './steps';

/** A problem with its place in the file; lines and columns from 1. */
export interface FileProblem extends PlanProblem {
  line: number | null;
  column: number | null;
}

export type ParsedFile = { ok: true; plan: ResponsePlan } | { ok: false; problems: FileProblem[] };

export const FILE_BYTES_MAX = 2 * 1024 * 1024;
export const FILE_RULES_MAX = 500;
/** Brackets within brackets; deeper than any plan. */
const DEPTH_MAX = 64;

/**
 * Reads one plan from JSON or YAML 1.2 text, or says what is wrong with it: the place as JSON
 * pointer and line, and the reason. Size and number of rules are looked at before anything is
 * parsed; anchors, aliases, tags, keys given twice and several documents are refused.
 */
export function parsePlanFile(text: string): ParsedFile {
  const early = findTooMuch(text);
  if (early) return { ok: false, problems: [{ ...early, line: null, column: null }] };
  const lines = new LineCounter();
  const read = readDocument(text, lines);
  if ('problem' in read) return { ok: false, problems: [read.problem] };
  const { document, value } = read;
  const parsed = planSchema.safeParse(value);
  const problems = parsed.success
    ? orderProblems(parsed.data)
    : problemsOf(parsed.error.issues, value);
  if (parsed.success && problems.length === 0) return { ok: true, plan: parsed.data };
  return { ok: false, problems: problems.map((one) => placed(one, document, lines)) };
}

function findTooMuch(text: string): PlanProblem | null {
  const rules = countRules(text);
  if (rules > FILE_RULES_MAX) {
    return problemAt(null, ['obligations'], 'too_many_rules', {
      found: rules,
      most: FILE_RULES_MAX,
    });
  }
  // A character takes at least one byte and at most three in UTF-8.
  const bytes = text.length * 3 > FILE_BYTES_MAX ? new TextEncoder().encode(text).length : 0;
  if (bytes > FILE_BYTES_MAX) {
    return problemAt(null, [], 'file_too_large', { bytes, most: FILE_BYTES_MAX });
  }
  return depthOf(text) > DEPTH_MAX ? problemAt(null, [], 'too_deep', { most: DEPTH_MAX }) : null;
}

/** Lines and members that begin a rule, counted without parsing. */
function countRules(text: string): number {
  return text.match(/(?:^|[{,])[ \t-]*["']?rule["']?[ \t]*:/gm)?.length ?? 0;
}

/** How deep brackets nest at most, strings left out of account on the safe side. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of text.match(/[[\]{}]|^[ \t]*(?:[-?] ){8,}/gm) ?? []) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
    else deepest = Math.max(deepest, sign.length / 2);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

type Read = { document: Document; value: unknown } | { problem: FileProblem };

function readDocument(text: string, lines: LineCounter): Read {
  const fail = (
    code: PlanProblem['code'],
    offset: number | null,
    params: PlanProblem['params'] = {},
  ): Read => {
    const place = offset === null ? { line: null, col: null } : lines.linePos(offset);
    const problem = problemAt(null, [], code, params);
    return { problem: { ...problem, line: place.line, column: place.col } };
  };
  let document: Document;
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: true,
      merge: false,
      prettyErrors: false,
    });
  } catch {
    return fail('too_deep', null, { most: DEPTH_MAX });
  }
  const [fault] = document.errors;
  if (fault?.code === 'DUPLICATE_KEY') {
    const start = fault.pos[0];
    const key = /^["']?([^"':\s]{1,80})/.exec(text.slice(start, start + 90))?.[1] ?? '';
    return fail('key_twice', start, { key });
  }
  if (fault) return fail('syntax', fault.pos[0], { said: fault.message.slice(0, 160) });
  const [warning] = document.warnings;
  if (warning) return fail('tag_not_allowed', warning.pos[0]);
  const shared = findShared(document);
  if (shared !== null) return fail('aliases_not_allowed', shared);
  if (!isMap(document.contents)) return fail('no_plan', null);
  return { document, value: document.toJS({ maxAliasCount: 0 }) };
}

/** Where the first anchor or alias stands; null = there is none. */
function findShared(document: Document): number | null {
  let offset: number | null = null;
  visit(document, {
    Alias: (_, node) => {
      offset ??= node.range?.[0] ?? 0;
      return visit.BREAK;
    },
    Node: (_, node) => {
      if (!('anchor' in node) || !node.anchor) return undefined;
      offset ??= node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/** The problem with line and column of the value, or of what should hold it. */
function placed(problem: PlanProblem, document: Document, lines: LineCounter): FileProblem {
  const parts = problem.path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  let node: unknown = document.contents;
  let offset = offsetOf(node) ?? 0;
  for (const part of parts) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === part);
      if (!pair) break;
      offset = offsetOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      offset = offsetOf(node) ?? offset;
    } else break;
  }
  const { line, col } = lines.linePos(offset);
  return { ...problem, line, column: col };
}

const offsetOf = (node: unknown): number | undefined =>
  (node as { range?: readonly number[] | null } | null)?.range?.[0];

/** What the schema cannot say of chains: steps that wait for each other or for nobody. */
function orderProblems(plan: ResponsePlan): PlanProblem[] {
  return plan.chains.flatMap((chain, index) => {
    const order = orderSteps(chain);
    if (order.ok) return [];
    const path = ['chains', index, 'steps'];
    if ('cycle' in order) return [problemAt(plan, path, 'chain_cycle', { steps: order.cycle })];
    if ('twice' in order) return [problemAt(plan, path, 'step_twice', { step: order.twice })];
    const { step, unknown } = order;
    return [problemAt(plan, path, 'step_unknown', { step, unknown })];
  });
}

export const FILE_FORMATS = ['json', 'yaml'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/**
 * A plan as one file, members in the order of the format; reading it back gives the same plan.
 * Ends with a newline.
 */
export function exportPlan(plan: ResponsePlan, format: FileFormat): string {
  // The database keeps members in an order of its own; parsing brings back that of the schema.
  const ordered = withOrder(planSchema.parse(plan), '');
  if (format === 'json') return `${JSON.stringify(ordered, null, 2)}\n`;
  return stringify(ordered, { lineWidth: 100, aliasDuplicateObjects: false });
}

/** Members whose names are the author's own; sorted, so that a file is the same every time. */
const SORTED = ['where', 'scales'];

function withOrder(value: unknown, field: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withOrder(item, ''));
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).map(([name, member]) => [name, withOrder(member, name)]);
  if (SORTED.includes(field)) entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return Object.fromEntries(entries);
}

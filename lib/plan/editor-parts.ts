/** Sections of the plan editor, in the order a written plan has them. */
export const EDITOR_PARTS = [
  'overview',
  'basic',
  'levels',
  'categories',
  'obligations',
  'chains',
  'reporting',
  'roles',
  'calm',
  'patrols',
  'escalation',
  'mechanisms',
] as const;
export type EditorPart = (typeof EDITOR_PARTS)[number];

const PART_OF: Readonly<Record<string, EditorPart>> = {
  levels: 'levels',
  scales: 'levels',
  categories: 'categories',
  obligations: 'obligations',
  norms: 'obligations',
  chains: 'chains',
  reporting: 'reporting',
  roles: 'roles',
  calm: 'calm',
  closing: 'calm',
  review: 'calm',
  patrols: 'patrols',
  escalation: 'escalation',
  escalationPolicies: 'escalation',
  escalationFinal: 'escalation',
  mechanisms: 'mechanisms',
  documents: 'mechanisms',
};

/** The section a path such as `obligations.first_response.amount` belongs to. */
export function partOfPath(path: string): EditorPart {
  return PART_OF[path.split('.')[0] ?? ''] ?? 'basic';
}

/** The element of that section a path leads into: `first_response`; null on the section itself. */
export function elementOfPath(path: string): string | null {
  const [list = '', name, inner, level] = path.split('.');
  if (list === 'scales' && inner === 'levels' && level) return `${name}.${level}`;
  return list in PART_OF ? (name ?? null) : null;
}

/** Where a path is edited: `?part=obligations&open=first_response`. */
export function hrefOfPath(draftId: string, path: string): string {
  const open = elementOfPath(path);
  const query = new URLSearchParams({ part: partOfPath(path), ...(open ? { open } : {}) });
  return `/plans/drafts/${draftId}?${query}`;
}

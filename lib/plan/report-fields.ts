import type { Label, ResponsePlan } from './schema';

/** Forms of the written plans that say what a report upward holds. */
const FORMS: Record<string, readonly string[]> = {
  initial: ['report', 'format', 'harmful_record'],
  update: ['report', 'update', 'format'],
  final: ['report', 'final_report'],
};

/** A field of the plan's own report form. */
export interface ReportField {
  key: string;
  label: Label;
  /** Kinds of report that ask for it. */
  kinds: string[];
}

/** What the plan's own forms ask a report to name, in their order, each field once. */
export function reportFieldsOf({ documents }: Pick<ResponsePlan, 'documents'>): ReportField[] {
  const found = new Map<string, ReportField>();
  for (const [kind, forms] of Object.entries(FORMS)) {
    for (const { key: form, fields } of documents.filter(({ key }) => forms.includes(key))) {
      for (const [place, label] of fields.entries()) {
        const key = `${form}_${place}`;
        const known = found.get(key);
        found.set(key, { key, label, kinds: [...(known?.kinds ?? []), kind] });
      }
    }
  }
  return [...found.values()];
}

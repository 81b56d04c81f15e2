import { getLocale } from 'next-intl/server';
import { ROLES, type Role } from '@/lib/access/roles';
import { toLocale } from '@/lib/i18n/locales';
import type { Directory } from '@/lib/incident/context';
import { type EditorPart, elementOfPath, partOfPath } from '@/lib/plan/editor-parts';
import { namesOf, type Plain } from '@/lib/plan/elements';
import { figureWords, type Speech } from '@/lib/plan/in-words';
import { planParts, presets } from '@/lib/plan/presets';
import type { Finding, ReviewContext } from '@/lib/plan/review';
import type { Obligation, ResponsePlan, TimeRule } from '@/lib/plan/schema';
import { findingSentence } from '@/lib/plan/server';
import type { FindingLine } from '../_form/finding-lines';
import type { Fragment } from '../_form/include-parts';
import type { FindingsByName, PlanScope } from '../_form/scope';

export function scopeOf(
  plan: ResponsePlan,
  context: ReviewContext,
  directory: Directory | undefined,
  language: 'zh' | 'en',
): PlanScope {
  const named = (levels: ResponsePlan['levels']) =>
    [...levels]
      .sort((a, b) => b.rank - a.rank)
      .map(({ key, label }) => ({ value: key, label: label[language] }));
  const holders = Object.fromEntries(ROLES.map((role) => [role, context.holders[role]]));
  return {
    language,
    levels: named(plan.levels),
    scales: plan.scales.map(({ key, label, levels }) => ({
      key,
      label: label[language],
      levels: named(levels),
    })),
    holders: { ...holders, group: context.groupVoters } as PlanScope['holders'],
    tellable: tellableIn(directory),
    duties: plan.obligations
      .filter(({ key }, index, all) => all.findIndex((one) => one.key === key) === index)
      .map(({ key, title }) => ({ value: key, label: title[language] })),
    named: { levels: plan.levels, scales: plan.scales },
  };
}

const TOLD_BY_NAME: readonly Role[] = ['officer', 'office', 'deputy', 'leader', 'spokesperson'];

/** Own people with a part in incidents, and groups, as the targets a step can name. */
function tellableIn(directory: Directory | undefined): PlanScope['tellable'] {
  if (!directory) return [];
  const people = directory.people.filter(
    ({ orgId, roles }) =>
      orgId === directory.orgId && roles.some((role) => TOLD_BY_NAME.includes(role)),
  );
  return [
    ...people.map(({ id, name }) => ({ value: `person:${id}`, label: name })),
    ...directory.groups.map(({ id, name }) => ({ value: `group:${id}`, label: name })),
  ];
}

export interface FindingView extends FindingLine {
  path: string;
  part: EditorPart;
  element: string | null;
  code: Finding['code'];
}

/** Findings as sentences, with the section and element each is about. */
export async function viewFindings(findings: readonly Finding[]): Promise<FindingView[]> {
  const locale = toLocale(await getLocale());
  return findings.map((finding) => ({
    path: finding.path,
    part: partOfPath(finding.path),
    element: elementOfPath(finding.path),
    code: finding.code,
    severity: finding.severity,
    message: findingSentence(finding, locale),
  }));
}

/** Findings of one section by the element they are about. */
export function findingsByName(findings: readonly FindingView[], part: EditorPart): FindingsByName {
  const own: Record<string, FindingLine[]> = {};
  for (const { element, severity, message, part: where } of findings) {
    if (where !== part) continue;
    own[element ?? ''] = [...(own[element ?? ''] ?? []), { severity, message }];
  }
  return own;
}

const LISTS = ['obligations', 'chains', 'reporting', 'patrols', 'mechanisms', 'roles'] as const;
type FragmentList = (typeof LISTS)[number];

/** Collections of rules that offer something for this list. */
export function fragmentsFor(list: FragmentList, speech: Speech): Fragment[] {
  return [...planParts.values()].flatMap((part): Fragment[] => {
    if (part.kind !== 'fragment' || part[list].length === 0) return [];
    const items = part[list] as unknown as Plain[];
    const names = namesOf(list, items);
    const elements = items.map((item, index) => ({
      name: names[index] ?? '',
      label: ((item.title ?? item.label) as Record<string, string>)[speech.language] ?? '',
      note: list === 'obligations' ? figureWords(item as unknown as TimeRule, speech) : '',
    }));
    return [{ key: part.key, title: part.title[speech.language], elements }];
  });
}

/** What the sources say of the rules that come from one, by rule. */
export function originalFigures(plan: ResponsePlan, presetKey: string): Record<string, TimeRule> {
  const preset = presets.get(presetKey)?.obligations ?? [];
  const parts = [...planParts.values()].flatMap((part) => part.obligations);
  const isSame = (own: Obligation, one: Obligation) =>
    one.rule === own.rule &&
    one.source.document === own.source.document &&
    one.source.line === own.source.line;
  return Object.fromEntries(
    plan.obligations.flatMap((own) => {
      const found = [...preset, ...parts].find((one) => isSame(own, one));
      return found ? [[own.rule, found]] : [];
    }),
  );
}

import type { CaseWords, IncidentCase } from '@/lib/document/case';
import { type Given, givenSchema } from '@/lib/document/given';
import type { DocumentKind } from '@/lib/document/kinds';
import commands from '@/lib/i18n/messages/zh-CN/commands.json';
import words from '@/lib/i18n/messages/zh-CN/words.json';
import type { IncidentState } from '@/lib/incident/model';
import type { ResponsePlan } from '@/lib/plan/schema';

const options: Record<string, Record<string, unknown>> = commands.option;

/** Everything the office may give, as it would be typed. */
export const GIVEN: Given = givenSchema.parse({
  number: '云教报[2026]第012号',
  issue: '12',
  signer: '方明远',
  addressee: '云岭县人民政府',
  copies: '县委宣传部，县委网信办',
  drafter: '陆怀瑾',
  reviewer: '周允执',
  needs: '请协调市场监管部门参与检测',
});

const plainWords: CaseWords = {
  option: (list, key) => {
    const label = options[list]?.[key];
    return typeof label === 'string' ? label : key;
  },
  grade: (key) => (words.grade as Record<string, string>)[key] ?? key,
  role: (key) => (words.role as Record<string, string>)[key] ?? key,
  stage: (key) => (words.stage as Record<string, string>)[key] ?? key,
  unit: () => '安全与后勤股',
  person: () => ({ name: '沈知行', title: null, phone: '0900-5551001' }),
  account: () => '云岭教育',
  deadline: ({ key }) => key,
};

/** A case to build documents from, out of a state and its plan. */
export function caseOf(
  state: IncidentState,
  plan: ResponsePlan,
  now: string,
  given: Given = GIVEN,
): IncidentCase {
  const org = { id: state.incident.orgId, name: '云岭县教育局' };
  return { state, plan, now, org, words: plainWords, given, hotWords: [] };
}

/** Whether the incident has the row that a kind is made of; a kind made of none can always be. */
export function canBeMade(kind: DocumentKind, state: IncidentState): boolean {
  switch (kind) {
    case 'approval_sheet':
      return state.wordings.length > 0;
    case 'assignment_sheet':
      return state.assignments.length > 0;
    case 'receipt':
      return state.reports.some((one) => one.medium === 'written');
    case 'correction_letter':
      return state.correctionLetters.length > 0;
    default:
      return true;
  }
}

import type { Criterion } from './criteria';
import { criterionText } from './criterion-text';
import { isPlain, type Plain, positionOf } from './elements';
import { figureWords, filterWords, listed, type Speech } from './in-words';
import type { ApprovalChain, EscalationStep, PlanFilter, ResponsePlan, TimeRule } from './schema';
import { targetKind } from './schema-escalation';

/** What of a plan gives names to keys. */
export type NamingPlan = Pick<ResponsePlan, 'levels' | 'scales' | 'obligations' | 'chains'>;

/** What an element of a plan is called; null where the plan has none by that name. */
export function nameInPlan(
  plan: NamingPlan,
  list: string,
  name: string | null,
  language: 'zh' | 'en',
) {
  const items = (plan as unknown as Plain)[list];
  if (!name || !Array.isArray(items)) return null;
  const found = (items as Plain[])[positionOf(list, items as Plain[], name)];
  const label = (found?.title ?? found?.label) as Record<'zh' | 'en', string> | undefined;
  return label?.[language] ?? null;
}

/** What an element that came or went says, where a few words can. */
export function elementWords(
  list: string,
  element: unknown,
  plan: NamingPlan,
  speech: Speech,
): string | null {
  if (!isPlain(element) || Object.keys(element).length === 0) return null;
  const { t, language } = speech;
  const when = isPlain(element.when) ? filterWords(element.when, plan, speech) : [];
  switch (list) {
    case 'obligations': {
      const start = t(`start.${String(element.start)}`);
      const figure = figureWords(element as unknown as TimeRule, speech);
      return listed(speech, [t('figureFrom', { figure, start }), ...when]);
    }
    case 'chains':
      return (element as unknown as ApprovalChain).steps
        .map((step) => step.label[language])
        .join(' → ');
    case 'steps':
      return valueWords('role', element.role, plan, speech);
    case 'patrols':
      return listed(speech, [
        t('timesPerDay', { count: Number(element.timesPerDay) }),
        ...(element.at as string[]),
        ...when,
      ]);
    case 'levels':
      return valueWords('criteria', element.criteria, plan, speech);
    case 'escalationPolicies':
      return valueWords('escalation', element.escalation, plan, speech);
    case 'reporting':
      return listed(speech, [t(`target.${String(element.target)}`), ...when]);
    default:
      return null;
  }
}

const STRUCTURED = ['criteria', 'when', 'hardMax'];

/** Nothing given; a record of early days holds an empty value in place of what was added. */
const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (isPlain(value) && Object.keys(value).length === 0);

/** A value of a field as people read it; null = nothing there. */
export function valueWords(
  field: string | null,
  value: unknown,
  plan: NamingPlan,
  speech: Speech,
): string | null {
  const { t, words, language } = speech;
  if (isNothing(value)) {
    return field === 'criteria' ? t('byPerson') : null;
  }
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  // A record keeps long values shortened, as text.
  if (typeof value === 'string' && STRUCTURED.includes(field ?? '')) return value;
  if (field === 'criteria') return criterionText(value as Criterion)[language];
  if (field === 'when') return listed(speech, filterWords(value as PlanFilter, plan, speech));
  if (field === 'hardMax') return figureWords(value as TimeRule, speech);
  if (Array.isArray(value)) {
    return listed(
      speech,
      value.map((one) => valueWords(field, one, plan, speech) ?? ''),
    );
  }
  if (isPlain(value)) {
    if (field === 'urgentRelease') return t('hours', { count: Number(value.countersignHours) });
    if (typeof value[language] === 'string') return String(value[language]);
    if (typeof value.event === 'string') return t(`event.${value.event.replace('.', '_')}`);
    if (isPlain(value.label)) return String(value.label[language]);
    if (typeof value.atMinutes === 'number')
      return reminder(value as unknown as EscalationStep, speech);
    return JSON.stringify(value);
  }
  return keyWords(field, String(value), plan, words, t, speech);
}

function reminder({ atMinutes, to, repeat }: EscalationStep, speech: Speech): string {
  const key = atMinutes < 0 ? 'remindBefore' : atMinutes === 0 ? 'remindAt' : 'remindAfter';
  const who = to
    .map((one) => speech.t(`tells.${targetKind(one)}`))
    .join(speech.language === 'en' ? ' and ' : '和');
  const told = speech.t(key, { count: Math.abs(atMinutes), who });
  if (!repeat) return told;
  const again = { told, every: repeat.everyMinutes, times: repeat.times };
  return speech.t('remindAgain', again);
}

function keyWords(
  field: string | null,
  key: string,
  plan: NamingPlan,
  words: Speech['words'],
  t: Speech['t'],
  { language }: Speech,
): string {
  switch (field) {
    case 'owner':
    case 'escalationFinal':
      return t(`tells.${targetKind(key)}`);
    case 'role':
    case 'deciders':
      return key === 'group' ? t('group') : words(`role.${key}`);
    case 'start':
      return t(`start.${key}`);
    case 'target':
      return t(`target.${key}`);
    case 'objects':
      return t(`object.${key}`);
    case 'obligations':
      return plan.obligations.find((one) => one.key === key)?.title[language] ?? key;
    case 'grades':
      return plan.levels.find((level) => level.key === key)?.label[language] ?? key;
    case 'eventGrades':
    case 'notEventGrades':
      return words(`grade.${key}`);
    case 'categories':
      return words(`category.${key}`);
    case 'needed':
      return key === 'majority' ? t('majority') : t('people', { count: Number(key) });
    case 'waitMinutes':
      return t('minutes', { count: Number(key) });
    case 'countersignHours':
      return t('hours', { count: Number(key) });
    case 'register':
      return t(`register.${key}`);
    case 'circumstances':
      return t(`circumstance.${key}`);
    default:
      return key;
  }
}

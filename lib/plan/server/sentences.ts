import 'server-only';
import { createTranslator } from 'use-intl/core';
import { type FieldError, Problem } from '@/lib/access/problem';
import type { Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/server';
import type { FileProblem } from '../file';
import type { PlanProblem } from '../problems';
import type { Finding } from '../review';

const MOST = 50;

type Values = Record<string, unknown>;
type Tell = (key: string, values?: Values) => string;

function teller(locale: Locale): Tell {
  const translate = createTranslator<Record<string, string>>({
    locale,
    messages: loadMessages(locale) as unknown as Record<string, string>,
    timeZone: 'Asia/Shanghai',
  });
  return (key, values = {}) => translate(key, values as Record<string, string | number>);
}

function has(locale: Locale, key: string): boolean {
  let at: unknown = loadMessages(locale);
  for (const part of key.split('.')) at = (at as Values | undefined)?.[part];
  return typeof at === 'string';
}

/** What is wrong with a plan and where, as one sentence. */
export function problemSentence(
  problem: PlanProblem & { line?: number | null },
  locale: Locale,
): string {
  const tell = teller(locale);
  const { code, element, params } = problem;
  const place = element ? tell('planProblems.place', placeWords(element, locale, tell)) : '';
  const known = Array.isArray(params.known) ? params.known : [];
  const words = known.map((key) => {
    const named = `plans.clock.${key}`;
    return code === 'unknown_clock' && has(locale, named) ? `${key} ${tell(named)}` : key;
  });
  const values = {
    ...listed(params, locale),
    known: joined(words, locale),
    place,
    hasPlace: place ? 'yes' : 'no',
  };
  const what = tell(`planProblems.${code}`, values);
  return problem.line ? tell('planProblems.at', { line: problem.line, what }) : what;
}

function placeWords({ list, name }: { list: string; name: string }, locale: Locale, tell: Tell) {
  const key = `planProblems.list.${list}`;
  return { list: has(locale, key) ? tell(key) : list, name };
}

/** `INVALID_INPUT` that names every place with a sentence, a code and, for a file, the line. */
export function planProblem(
  problems: readonly (PlanProblem | FileProblem)[],
  locale: Locale,
): Problem {
  const errors = problems.slice(0, MOST).map((one) => fieldError(one, locale));
  return new Problem('INVALID_INPUT', { errors });
}

/** One problem as the API and the actions tell it. */
export function fieldError(problem: PlanProblem | FileProblem, locale: Locale): FieldError {
  const { line = null, column = null } = problem as Partial<FileProblem>;
  return {
    path: problem.path,
    message: problemSentence({ ...problem, line }, locale),
    code: problem.code,
    ...(line === null ? {} : { line }),
    ...(column === null ? {} : { column }),
  };
}

/** A finding of the review as one sentence. */
export function findingSentence({ code, params }: Finding, locale: Locale): string {
  const tell = teller(locale);
  const role = (key: unknown) => {
    const named = [`words.role.${String(key)}`, `planWords.tells.${String(key)}`];
    const known = named.find((one) => has(locale, one));
    return known ? tell(known) : String(key);
  };
  const values: Values = listed(params, locale);
  if ('role' in params) {
    values.role = params.role === 'group' ? tell('planFindings.group') : role(params.role);
  }
  if ('deputy' in params) values.deputy = role(params.deputy);
  if (Array.isArray(params.roles)) values.roles = joined(params.roles.map(role), locale);
  if ('object' in params) values.object = tell(`plans.object.${String(params.object)}`);
  for (const name of ['ownFigure', 'normFigure']) {
    if (name in params) values[name] = figureWords(String(params[name]), tell);
  }
  for (const name of ['start', 'dueAt', 'maximumAt', 'ownDueAt', 'normDueAt']) {
    if (params[name]) values[name] = localTime(String(params[name]));
  }
  return tell(`planFindings.${code}`, values);
}

/** `24 hour wall` in words. */
function figureWords(figure: string, tell: Tell): string {
  const [amount = '', unit = '', clock = ''] = figure.split(' ');
  if (!amount) return '';
  return `${tell(`plans.unit.${unit}`, { count: Number(amount) })} · ${tell(`plans.clock.${clock}`)}`;
}

/** `2026-10-01 09:30`, Shanghai. */
function localTime(instant: string): string {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`;
}

function listed(params: Record<string, unknown>, locale: Locale): Values {
  const entries = Object.entries(params).map(([name, value]): [string, unknown] => {
    if (Array.isArray(value)) return [name, joined(value.map(String), locale)];
    if (value !== null && typeof value === 'object' && 'zh' in value) {
      return [name, (value as Record<string, string>)[locale === 'en' ? 'en' : 'zh']];
    }
    return [name, value];
  });
  return Object.fromEntries(entries);
}

const joined = (words: readonly string[], locale: Locale) =>
  words.join(locale === 'en' ? ', ' : '、');

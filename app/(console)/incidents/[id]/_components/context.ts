import type { FormCommand } from '@/components/incident/form-types';
import type { Locale } from '@/lib/i18n/locales';
import type { Actor } from '@/lib/incident/context';
import type { IncidentView, NamedPerson } from '@/lib/incident/server';

/** What every section of the page is drawn from. */
export interface PageContext {
  view: IncidentView;
  actor: Actor;
  locale: Locale;
  names: ReadonlyMap<string, NamedPerson>;
  /** Whether a command is on offer to this person now. */
  may: (type: FormCommand) => boolean;
  nameOf: (id: string | null) => string;
  unitOf: (id: string | null) => string | null;
  /** A grade of the plan in the reader's language. */
  gradeOf: (key: string | null) => string | null;
  /** A level of a second scale, with the scale's name: 报告敏感程度：重要敏感. */
  scaleOf: (scale: string, level: string) => string;
  /** False where the plan knows no grades. */
  hasLevels: boolean;
}

export function pageContext(
  view: IncidentView,
  actor: Actor,
  locale: Locale,
  names: ReadonlyMap<string, NamedPerson>,
): PageContext {
  const { directory, plan, allowed } = view;
  const language = locale === 'en' ? 'en' : 'zh';
  return {
    view,
    actor,
    locale,
    names,
    may: (type) => allowed.includes(type),
    nameOf: (id) => (id ? (names.get(id)?.name ?? '—') : '—'),
    unitOf: (id) => {
      const unit = directory.units.find((one) => one.id === id);
      return unit ? [unit.orgName, unit.name].filter(Boolean).join(' · ') : null;
    },
    gradeOf: (key) => plan.plan.levels.find((level) => level.key === key)?.label[language] ?? key,
    scaleOf: (key, level) => {
      const scale = plan.plan.scales.find((one) => one.key === key);
      const named = scale?.levels.find((one) => one.key === level)?.label[language] ?? level;
      const separator = locale === 'en' ? ': ' : '：';
      return scale ? `${scale.label[language]}${separator}${named}` : named;
    },
    hasLevels: plan.plan.levels.length > 0,
  };
}

/** Everybody an incident's rows name, by the fields that hold people. */
export function peopleIn(view: IncidentView): Set<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (UUID.test(value)) found.add(value);
    } else if (value && typeof value === 'object') Object.values(value).forEach(walk);
  };
  walk(view.state);
  for (const person of view.directory.people) found.add(person.id);
  return found;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

import 'server-only';
import { loadMessages } from '@/lib/i18n/server';
import { deadlineTitle } from '@/lib/incident/deadline-title';
import type { IncidentView, NamedPerson } from '@/lib/incident/server';
import { platformLabel } from '@/lib/mention/platform-labels';
import type { CaseWords } from '../case';

/** Chinese words for everything an incident names by key or id; an unknown key reads as itself. */
export function caseWords(view: IncidentView, people: ReadonlyMap<string, NamedPerson>): CaseWords {
  const { commands, words, deadlines } = loadMessages('zh-CN');
  const find = (tree: unknown, ...path: string[]): string | null => {
    const found = path.reduce<unknown>(
      (at, key) => (at as Record<string, unknown> | undefined)?.[key],
      tree,
    );
    return typeof found === 'string' ? found : null;
  };
  const { directory, plan } = view;
  return {
    option: (list, key) =>
      list === 'platform' ? platformLabel(key) : (find(commands, 'option', list, key) ?? key),
    grade: (key) =>
      plan.plan.levels.find((level) => level.key === key)?.label.zh ??
      find(words, 'grade', key) ??
      key,
    role: (key) => (key === 'group' ? '领导小组' : (find(words, 'role', key) ?? key)),
    stage: (key) => find(words, 'stage', key) ?? key,
    unit: (id) => directory.units.find((unit) => unit.id === id)?.name ?? null,
    person: (id) => {
      const found = people.get(id);
      return found ? { name: found.name, title: found.title, phone: found.phone } : null;
    },
    account: (id) => directory.accounts.find((one) => one.id === id)?.name ?? null,
    deadline: (deadline) =>
      find(deadlines, deadline.key) ?? deadlineTitle(plan.plan, deadline, 'zh-CN'),
  };
}

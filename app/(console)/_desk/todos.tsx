import { useLocale, useTranslations } from 'next-intl';
import { useRowWords } from '@/components/incident/row-words';
import { Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { fill } from '@/lib/i18n/fill';
import type { Todo } from '@/lib/incident/server';
import { type TodoLine, TodoRest, TodoRows, type TodoWords } from './todo-rows';

const SHOWN = 8;

/** 待我处理: one line each, with the verb that ends it. */
export function Todos({ todos, now }: { todos: readonly Todo[]; now: string }) {
  const t = useTranslations('desk');
  const { link } = useRowWords();
  const aboutOf = useAbout();
  const rows = todos.map((todo): TodoLine => {
    const { kind, refId, incidentId: id, number, title, isDrill, since } = todo;
    return { id, number, title, isDrill, kind, refId, about: aboutOf(todo), since };
  });
  const kinds = [...new Set(todos.map(({ kind }) => kind))].map(
    (kind) => [kind, [t(`todo.${kind}`), t(`verb.${kind}`)]] as const,
  );
  const words: TodoWords = { ...link, kinds: Object.fromEntries(kinds) };
  const rest = rows.slice(SHOWN);
  return (
    <Panel title={t('todos.title')} count={todos.length} flush>
      {todos.length === 0 ? (
        <EmptyState title={t('todos.none')}>{t('todos.noneWhy')}</EmptyState>
      ) : (
        <>
          <TodoRows rows={rows.slice(0, SHOWN)} now={now} words={words} />
          {rest.length > 0 && (
            <TodoRest
              label={fill(t.raw('todos.more'), { count: rest.length })}
              rows={rest}
              now={now}
              words={words}
            />
          )}
        </>
      )}
    </Panel>
  );
}

function useAbout(): (todo: Todo) => string | null {
  const words = useTranslations('words');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  return ({ kind, about, level }) => {
    if (level) return level[language];
    return about && kind === 'confirm_category' ? words(`category.${about}`) : about;
  };
}

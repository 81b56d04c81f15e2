import { useTranslations } from 'next-intl';
import { useRowWords } from '@/components/incident/row-words';
import { Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import type { Todo, TodoKind } from '@/lib/incident/server';
import { type TodoLine, TodoRest, TodoRows } from './todo-rows';

const SHOWN = 8;

/** 待我处理: one line each, with the verb that ends it. */
export function Todos({ todos, now }: { todos: readonly Todo[]; now: string }) {
  const t = useTranslations('desk');
  const { link } = useRowWords();
  const aboutOf = useAbout();
  const rows = todos.map((todo): TodoLine => {
    const { kind, refId, incidentId: id, number, title, isDrill, since } = todo;
    return {
      ...{ id, number, title, isDrill, since },
      key: `${kind}-${refId}-${id}`,
      href: hrefOf(todo),
      name: t(`todo.${kind}`),
      verb: t(`verb.${kind}`),
      about: aboutOf(todo),
    };
  });
  const rest = rows.slice(SHOWN);
  return (
    <Panel title={t('todos.title')} count={todos.length} flush>
      {todos.length === 0 ? (
        <EmptyState title={t('todos.none')}>{t('todos.noneWhy')}</EmptyState>
      ) : (
        <>
          <TodoRows rows={rows.slice(0, SHOWN)} now={now} words={link} />
          {rest.length > 0 && (
            <TodoRest
              label={t('todos.more', { count: rest.length })}
              rows={rest}
              now={now}
              words={link}
            />
          )}
        </>
      )}
    </Panel>
  );
}

/** Section of the incident page where each kind is dealt with. */
const SECTIONS: Partial<Record<TodoKind, string>> = {
  accept: 'handling',
  feed_back: 'handling',
  redo_feedback: 'handling',
  check_feedback: 'handling',
  acknowledge_report: 'reports',
  approve_review: 'review',
  approve_non_publication: 'speaking',
  revise_wording: 'wordings',
};

function hrefOf({ kind, refId, incidentId }: Todo): string {
  if (kind === 'approve') return `/approvals?step=${refId}`;
  const section = SECTIONS[kind];
  return section ? `/incidents/${incidentId}#${section}` : `/incidents/${incidentId}`;
}

function useAbout(): (todo: Todo) => string | null {
  const words = useTranslations('words');
  return ({ kind, about }) => {
    if (about && kind === 'decide_grade' && words.has(`grade.${about}`)) {
      return words(`grade.${about}`);
    }
    return about && kind === 'confirm_category' ? words(`category.${about}`) : about;
  };
}

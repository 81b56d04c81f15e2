import { useTranslations } from 'next-intl';
import { IncidentLink } from '@/components/incident/incident-table';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import type { Todo, TodoKind } from '@/lib/incident/server';

const SHOWN = 8;

/** 待我处理: one line each, with the verb that ends it. */
export function Todos({ todos, now }: { todos: readonly Todo[]; now: string }) {
  const t = useTranslations('desk');
  const rest = todos.slice(SHOWN);
  return (
    <Panel title={t('todos.title')} count={todos.length} flush>
      {todos.length === 0 ? (
        <EmptyState title={t('todos.none')}>{t('todos.noneWhy')}</EmptyState>
      ) : (
        <>
          <TodoList todos={todos.slice(0, SHOWN)} now={now} />
          {rest.length > 0 && (
            <details className="border-t border-line">
              <summary className="px-4 py-2 text-accent hover:bg-sunken">
                {t('todos.more', { count: rest.length })}
              </summary>
              <TodoList todos={rest} now={now} />
            </details>
          )}
        </>
      )}
    </Panel>
  );
}

function TodoList({ todos, now }: { todos: readonly Todo[]; now: string }) {
  return (
    <ul className="divide-y divide-line">
      {todos.map((todo) => (
        <TodoRow key={`${todo.kind}-${todo.refId}-${todo.incidentId}`} todo={todo} now={now} />
      ))}
    </ul>
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

function TodoRow({ todo, now }: { todo: Todo; now: string }) {
  const t = useTranslations('desk');
  const { kind, incidentId, number, since } = todo;
  return (
    <li className="flex items-center gap-3 px-4 py-2 hover:bg-sunken">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{t(`todo.${kind}`)}</span>
          <span className="text-xs text-faint">
            <About todo={todo} />
            <Time at={since} now={now} />
          </span>
        </p>
        <IncidentLink incident={{ ...todo, id: incidentId }} oneLine />
      </div>
      <LinkButton
        href={hrefOf(todo)}
        size="sm"
        prefetch={false}
        aria-label={`${t(`verb.${kind}`)} ${number}`}
      >
        {t(`verb.${kind}`)}
      </LinkButton>
    </li>
  );
}

function About({ todo: { kind, about } }: { todo: Todo }) {
  const words = useTranslations('words');
  if (!about) return null;
  if (kind === 'decide_grade' && words.has(`grade.${about}`)) {
    return <>{words(`grade.${about}`)} · </>;
  }
  if (kind === 'confirm_category') return <>{words(`category.${about}`)} · </>;
  return <>{about} · </>;
}

import type { Actor } from '@/lib/incident/context';
import { loadOwnDesk, type Todo } from '@/lib/incident/server';

/** What waits for a person, as their desk lists it. */
export async function listTodos(actor: Actor): Promise<Todo[]> {
  return (await loadOwnDesk(actor)).todos;
}

import 'server-only';
import { authorize } from '@/lib/access/authorize';
import type { Permission } from '@/lib/access/policy';
import type { Actor } from '@/lib/incident/context';
import { getIncident, namesOf, orgNameOf } from '@/lib/incident/server';
import { cut } from '@/lib/mention/server';
import type { IncidentCase } from '../case';
import type { Given } from '../given';
import { hotWordsOf } from '../hot-words';
import type { DocumentKind } from '../kinds';
import { caseWords } from './words';

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

/** The right that a kind of document asks for: a unit may take along the sheets of its own orders. */
export const permissionFor = (kind: DocumentKind): Permission =>
  kind === 'assignment_sheet' ? 'document:exportAssignment' : 'document:export';

/**
 * Everything a document about an incident is made from, as this person may see it.
 * @throws Problem NOT_FOUND, FORBIDDEN
 */
export async function loadCase(
  actor: Actor,
  incidentId: string,
  permission: Permission,
  given: Given,
): Promise<IncidentCase> {
  const view = await getIncident(actor, incidentId);
  authorize(actor, permission, view.target);
  const { state, plan, now } = view;
  const [people, orgName] = await Promise.all([
    namesOf(JSON.stringify(state).match(UUID) ?? []),
    orgNameOf(state.incident.orgId),
  ]);
  return {
    state,
    plan: plan.plan,
    now,
    org: { id: state.incident.orgId, name: orgName },
    words: caseWords(view, people),
    given,
    hotWords: hotWordsOf(state.mentions, cut),
  };
}

import 'server-only';
import type { ShellModel } from '@/components/shell/model';
import { type NavKey, navFor } from '@/components/shell/nav';
import { homeHref } from '@/lib/access/home';
import { holdsPermission, type Permission } from '@/lib/access/policy';
import type { Actor } from '@/lib/incident/context';
import { clockOffsetMs } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { redirectTo, requestedPath, requireSignedIn } from './session';

/** The rights of which one opens a place. The three administrators hold none of them. */
const OPENED_BY: Partial<Record<NavKey, readonly Permission[]>> = {
  desk: ['incident:read'],
  incidents: ['incident:read'],
  approvals: ['incident:approve', 'incident:submitWording', 'incident:approveReview'],
  roster: ['roster:read'],
  groups: ['group:read'],
  plans: ['plan:read'],
  audit: ['audit:export'],
};

/**
 * What the frame of the console shows. Redirects to the sign-in page without a session, and an
 * administrator who asks for the desk to the place that is theirs.
 */
export async function loadShell(): Promise<ShellModel> {
  const { actor, person, org, unread } = await requireSignedIn();
  const home = homeHref(actor.roles);
  if (home !== '/' && (await requestedPath()) === '/') await redirectTo(home);
  const isDemo = env().DEMO;
  const offsetMs = isDemo ? await clockOffsetMs() : 0;
  return {
    org: { name: org.name },
    person: { name: person.name, roles: actor.roles },
    mayLog: holdsPermission(actor, 'incident:log'),
    unread,
    demo: isDemo ? { offsetMs } : undefined,
    nav: navFor((key) => mayOpen(actor, key)),
  };
}

/** Whether a place of the rail is for this person. */
export function mayOpen(actor: Actor, key: NavKey): boolean {
  if (key === 'admin')
    return actor.roles.some((role) => role === 'sysadmin' || role === 'secadmin');
  if (key === 'audit' && actor.roles.includes('audit_admin')) return true;
  return (OPENED_BY[key] ?? []).some((permission) => holdsPermission(actor, permission));
}

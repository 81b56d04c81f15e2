/** Where each word of the rail leads, in the order of the rail. */
export const navHrefs = {
  desk: '/',
  mentions: '/mentions',
  incidents: '/incidents',
  approvals: '/approvals',
  roster: '/roster',
  groups: '/groups',
  plans: '/plans',
  risks: '/risks',
  reports: '/reports',
  audit: '/audit',
  admin: '/admin',
} as const;

export type NavKey = keyof typeof navHrefs;

export const navKeys = Object.keys(navHrefs) as NavKey[];

/** Entries beside the bell and the desk that have a place of their own. */
export const shellHrefs = {
  log: '/incidents/new',
  search: '/incidents',
  notices: '/notifications',
} as const;

/** How many entries stand in the bottom bar of a phone before 更多. */
export const bottomBarEntries = 4;

/** The entries for which `allowed` says yes, in the order of the rail. */
export function navFor(allowed: (key: NavKey) => boolean): NavKey[] {
  return navKeys.filter(allowed);
}

/** Whether an address belongs to an entry; the desk is only itself. */
export function isWithin(href: string, pathname: string): boolean {
  return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
}

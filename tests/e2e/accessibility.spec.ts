import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { openAs } from './people';

/** An address, the title of an incident, or the page that a link of such a page leads to. */
type Place = string | RegExp | readonly [from: string | RegExp, link: string];

/** Every page of the product, as somebody who uses it. */
const PAGES: readonly [name: string, person: string | null, place: Place][] = [
  ['sign-in', null, '/sign-in'],
  ['desk of the officer', 'officer', '/'],
  ['desk of the leader', 'leader', '/'],
  ['desk of an administrator', 'sysadmin', '/'],
  ['list', 'office', '/incidents'],
  ['list without a hit', 'office', '/incidents?q=zzzz'],
  ['quick log', 'officer', '/incidents/new'],
  ['incident under way', 'office', /食堂/],
  ['incident as its handler sees it', 'handler', /食堂/],
  ['who of an incident is told when', 'office', [/食堂/, 'a[href*="/escalation?deadline="]']],
  ['documents of an incident', 'office', [/食堂/, 'a[href$="/documents"]']],
  ['an approval sheet', 'office', [/食堂/, 'a[href*="/approval/"]']],
  ['closed incident', 'auditor', /校服/],
  ['approvals', 'leader', '/approvals'],
  ['notices', 'officer', '/notifications'],
  ['roster', 'officer', '/roster'],
  ['roster of a week', 'officer', '/roster?view=week'],
  ['roster of a day', 'office', '/roster?view=day'],
  ['roster on paper', 'officer', '/roster/print'],
  ['covers and leave', 'office', '/roster/changes'],
  ['shifts', 'office', '/roster/shifts'],
  ['calendar feeds', 'officer', '/roster/feeds'],
  ['arranging a roster', 'office', '/roster/plan'],
  ['duty tasks', 'officer', '/duty'],
  ['a duty task', 'officer', ['/duty', 'a[href^="/duty/tasks/"]']],
  ['the shift log', 'officer', '/duty/log'],
  ['sources of patrols', 'office', '/duty/settings'],
  ['how I am reached', 'officer', '/notifications/contact'],
  ['roster as a document', 'officer', '/roster/document'],
  ['leadership groups', 'office', '/groups'],
  ['seats of a group', 'office', ['/groups', 'main a[href^="/groups/0"]']],
  ['contact book', 'officer', '/groups/contacts'],
  ['written authorities', 'office', '/groups/delegations'],
  ['heightened periods', 'leader', '/groups/heightened'],
  ['heads of units', 'office', '/groups/units'],
  ['official accounts', 'office', '/groups/accounts'],
  ['plans', 'office', '/plans'],
  ['word list', 'office', '/plans/wording'],
  ['register of reviews', 'office', '/plans/wording/register'],
  ['plan P26', 'office', '/plans/p26'],
  ['a preset', 'office', '/plans/p14?grade=serious'],
  ['a risk register', 'office', '/plans/p16'],
  ['simulator', 'office', '/plans/p14/simulate'],
  ['who is told when', 'office', '/plans/p26/escalation'],
  ['versions', 'office', '/plans/p26/versions'],
  ['plan from a file', 'office', '/plans/import'],
  ['audit', 'auditor', '/audit'],
  ['what the guards watch', 'auditor', '/audit?view=guards'],
  ['access logs', 'audit_admin', '/audit'],
  ['system administration', 'sysadmin', '/admin'],
  ['calendar', 'sysadmin', '/admin/calendar'],
  ['channels', 'sysadmin', '/admin/channels'],
  ['a new channel', 'sysadmin', '/admin/channels?kind=feishu'],
  ['delivery log', 'sysadmin', '/admin/channels/log'],
  ['held back', 'sysadmin', '/admin/channels/held'],
  ['accounts', 'secadmin', '/admin'],
  ['nothing here', 'officer', '/nowhere'],
];

/** Each theme and each width with every page; the colours of a theme are the same at any width. */
const LOOKS = [
  { width: 1280, theme: 'light' },
  { width: 360, theme: 'dark' },
] as const;
const GROUP = 12;
const GROUPS = Array.from({ length: Math.ceil(PAGES.length / GROUP) }, (_, index) =>
  PAGES.slice(index * GROUP, (index + 1) * GROUP),
);

async function open(page: Page, place: Place): Promise<void> {
  if (typeof place === 'string') {
    await page.goto(place);
    return;
  }
  if (place instanceof RegExp) {
    await page.goto(`/incidents?q=${place.source}`);
    return follow(page, page.getByRole('link', { name: place }));
  }
  const [from, link] = place;
  await open(page, from);
  await follow(page, page.locator(link));
}

/** Goes where the first of the links leads, which may stand in a menu that is closed. */
async function follow(page: Page, links: Locator): Promise<void> {
  const href = await links.first().getAttribute('href');
  await page.goto(href ?? '/nowhere');
  await expect(page).toHaveURL(new RegExp(`${(href ?? '').replace(/[?]/g, '.')}$`));
}

const STORIES = LOOKS.flatMap((look) =>
  GROUPS.map((pages, index) => ({ look, pages, part: `${index + 1} of ${GROUPS.length}` })),
);

for (const { look, pages, part } of STORIES) {
  test(`no serious fault at ${look.width} px, ${look.theme}, ${part}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const people = new Map<string | null, Page>();
    for (const [name, person, place] of pages) {
      const page = people.get(person) ?? (await openAs(browser, person, look)).page;
      people.set(person, page);
      await open(page, place);
      await expect(page.locator('h1').first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ['violations'] })
        .analyze();
      const grave = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      );
      const told = grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
      expect(told, `${name} at ${look.width} px, ${look.theme}`).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${name} scrolls sideways at ${look.width} px`).toBeLessThanOrEqual(0);
    }
    for (const page of people.values()) await page.context().close();
  });
}

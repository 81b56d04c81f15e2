import 'server-only';
import type { OnDuty } from '@/lib/duty/resolve';
import type { Actor } from '@/lib/incident/context';
import { cleanText } from '@/lib/mention/normalize';
import { groupOrg } from './change-group';
import { listColleagues } from './colleagues';
import { type GroupSeat, listGroups } from './groups';

export interface Contact {
  key: string;
  name: string | null;
  title: string | null;
  unit: string | null;
  /** Duties in groups, by key. */
  duties: string[];
  /** Place on duty now: officer, backup, leader. */
  onDuty: string[];
  officePhone: string | null;
  mobile: string | null;
  isVacant: boolean;
}

export interface ContactSection {
  key: string;
  kind: 'duty' | 'group' | 'unit';
  /** Name of the group or the unit; null for people on duty and people without a unit. */
  title: string | null;
  contacts: Contact[];
}

/**
 * The contact book: people on duty first, then each group by seat with its vacancies, then
 * everybody else by unit. `search` is looked for in names, titles, units and numbers.
 * Throws `Problem` FORBIDDEN without `group:read`.
 */
export async function listContacts(
  actor: Actor,
  search: string,
  duty: Pick<OnDuty, 'leaderId' | 'officerId' | 'backupId'>,
): Promise<ContactSection[]> {
  const orgId = groupOrg(actor, 'group:read');
  const [groups, people] = await Promise.all([listGroups(actor), listColleagues(orgId)]);
  const places: [string, string | null][] = [
    ['leader', duty.leaderId],
    ['officer', duty.officerId],
    ['backup', duty.backupId],
  ];
  const placesOf = (id: string | null) =>
    places.flatMap(([place, holder]) => (holder !== null && holder === id ? [place] : []));
  const seats = groups.flatMap((group) => group.seats);
  const seatOf = (id: string) => seats.filter((one) => one.personId === id);
  const asContact = (person: (typeof people)[number]): Contact => ({
    key: person.id,
    name: person.name,
    title: person.title,
    unit: person.unit,
    duties: [...new Set(seatOf(person.id).map((one) => one.duty))],
    onDuty: placesOf(person.id),
    officePhone: seatOf(person.id).find((one) => one.officePhone)?.officePhone ?? null,
    mobile: seatOf(person.id).find((one) => one.ownMobile)?.ownMobile ?? person.phone,
    isVacant: false,
  });
  const fromSeat = (seat: GroupSeat): Contact => ({
    key: seat.id,
    name: seat.name,
    title: seat.title,
    unit: [seat.org, seat.unit].filter(Boolean).join(' · ') || null,
    duties: [seat.duty],
    onDuty: placesOf(seat.personId),
    officePhone: seat.officePhone,
    mobile: seat.mobile,
    isVacant: seat.state !== 'held',
  });
  const seated = new Set(seats.map((one) => one.personId));
  const others = people.filter((one) => !seated.has(one.id));
  const units = [...new Set(others.map((one) => one.unit))];
  const sections: ContactSection[] = [
    {
      key: 'duty',
      kind: 'duty',
      title: null,
      contacts: [...new Set(places.map(([, id]) => id))]
        .flatMap((id) => people.filter((one) => one.id === id))
        .map(asContact),
    },
    ...groups.map(
      (group): ContactSection => ({
        key: group.id,
        kind: 'group',
        title: group.name,
        contacts: group.seats.map(fromSeat),
      }),
    ),
    ...units.map(
      (unit): ContactSection => ({
        key: `unit-${unit ?? ''}`,
        kind: 'unit',
        title: unit,
        contacts: others.filter((one) => one.unit === unit).map(asContact),
      }),
    ),
  ];
  const wanted = cleanText(search).toLowerCase().replaceAll(/[\s-]/g, '');
  const matches = ({ name, title, unit, mobile, officePhone }: Contact) =>
    [name, title, unit, mobile, officePhone]
      .join('\n')
      .toLowerCase()
      .replaceAll(/[ -]/g, '')
      .includes(wanted);
  return sections
    .map((one) => ({ ...one, contacts: wanted ? one.contacts.filter(matches) : one.contacts }))
    .filter((one) => one.contacts.length > 0);
}

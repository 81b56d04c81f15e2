import { z } from 'zod';
import { invalidInput, Problem } from '@/lib/access/problem';
import { json, rest } from '@/lib/access/server/rest';
import { onDutyAt } from '@/lib/duty/server';
import { instant } from '@/lib/incident/input';
import { namesOf } from '@/lib/incident/server';
import { businessNow } from '@/lib/platform/clock';

const query = z.object({ at: instant.optional() });

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async (call) => {
    call.require('roster:read');
    const { orgId } = call.actor;
    if (!orgId || !call.holds('roster:read')) throw new Problem('FORBIDDEN');
    const asked = query.safeParse(call.query);
    if (!asked.success) throw invalidInput(asked.error.issues);
    const at = asked.data.at ?? (await businessNow());
    const { officerId, backupId, leaderId, shiftId, until } = await onDutyAt(orgId, at);
    const names = await namesOf([officerId, backupId, leaderId].filter((id) => id !== null));
    const person = (id: string | null) => {
      const found = id === null ? undefined : names.get(id);
      return found
        ? { id: found.id, name: found.name, title: found.title, phone: found.phone }
        : null;
    };
    return json({
      officer: person(officerId),
      backup: person(backupId),
      leader: person(leaderId),
      source: shiftId ? 'shift' : 'none',
      at,
      until,
    });
  },
});

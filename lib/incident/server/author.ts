import 'server-only';
import { mayReadAuthor } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { authorize, personActor, recordAccess } from '@/lib/access/server';
import { maskPersonalData } from '@/lib/mention/mask';
import { prisma } from '@/lib/platform/db';
import type { Actor } from '../context';
import { targetOf } from '../target';
import { loadAuthorKeys, openAuthor } from './author-key';
import { loadKeys } from './keys';
import { loadMany } from './load';

/**
 * The display name under which a mention was posted, for people whose work needs it. The reading
 * and its reason are recorded in the institution's access stream first; a person of the unit the
 * matter is about never reads it (guard 5).
 *
 * @returns null when none was taken down, or its key has been destroyed
 * @throws Problem NOT_FOUND, FORBIDDEN, INVALID_INPUT without a reason
 */
export async function revealAuthor(
  actor: Actor,
  given: { incidentId: string; mentionId: string; reason: string },
): Promise<string | null> {
  const reason = given.reason.trim();
  if (reason === '') {
    const errors = [{ path: 'reason', message: 'a reason is needed' }];
    throw new Problem('INVALID_INPUT', { errors });
  }
  const { incidentId, mentionId } = given;
  const state = (await loadMany(prisma, [incidentId])).get(incidentId);
  if (!state) throw new Problem('NOT_FOUND');
  const org = await prisma.org.findUnique({
    where: { id: state.incident.orgId },
    select: { parentId: true },
  });
  const target = targetOf(state, org?.parentId ?? null);
  authorize(actor, 'incident:readAuthor', target);
  if (!mayReadAuthor(actor, target)) throw new Problem('FORBIDDEN');
  const mention = state.mentions.find((one) => one.id === mentionId);
  if (!mention) throw new Problem('NOT_FOUND');
  await prisma.$transaction((tx) =>
    recordAccess(tx, state.incident.orgId, 'access.authorRead', personActor(actor.id), {
      incidentId,
      mentionId,
      reason: maskPersonalData(reason).text,
    }),
  );
  if (!mention.authorSealed) return null;
  const key = (await loadKeys(prisma, [incidentId])).get(incidentId);
  const authors = (await loadAuthorKeys(prisma, [incidentId])).get(incidentId);
  return openAuthor(incidentId, mention.authorSealed, { authors, key });
}

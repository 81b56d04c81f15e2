import type { Group } from '@/lib/group/server';

/** The group as it was seen, so that nothing newer is overwritten. */
export function Mark({ group }: { group: Pick<Group, 'id' | 'revision'> }) {
  return (
    <>
      <input type="hidden" name="groupId" value={group.id} />
      <input type="hidden" name="revision" value={group.revision} />
    </>
  );
}

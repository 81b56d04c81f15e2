import type { Db } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';

const WORDS = [
  ['别有用心', '指责提出意见的人，不回答问题', '部分网民', 'refuse'],
  ['个别现象', '没有核实之前不能下这个结论', '目前核实到的情况是……', 'warn'],
  ['高度重视', '没有说明做了什么', '写出谁在何时做了什么', 'warn'],
] as const;

/** What the bureau agreed on about how it speaks. */
export async function buildWording(
  db: Db,
  orgId: string,
  addedBy: string,
  now: string,
): Promise<void> {
  const addedAt = new Date(Date.parse(now) - 60 * 86_400_000).toISOString();
  await db.listedWord.createMany({
    data: WORDS.map(([phrase, why, instead, weight]) => ({
      id: newId(),
      ...{ orgId, phrase, why, instead, weight, addedBy, addedAt },
    })),
  });
}

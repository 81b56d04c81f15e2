import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { DATABASE_STAMP, keepAt, recent } from '@/lib/platform/recent';

let other: pg.Client;

beforeAll(async () => {
  other = new pg.Client(process.env.DATABASE_URL);
  await other.connect();
});

afterAll(() => other.end());

const stamp = async (): Promise<string> => {
  const [row] = await prisma.$queryRaw<{ stamp: string }[]>`SELECT ${DATABASE_STAMP} AS stamp`;
  return row?.stamp ?? '';
};

/** The stamps before and after `between`. */
async function around(between: () => Promise<unknown>): Promise<[string, string]> {
  const before = await stamp();
  await between();
  return [before, await stamp()];
}

const setting = (key: string) =>
  other.query(`INSERT INTO "Setting" (key, value, "updatedAt") VALUES ($1, '1', now())`, [key]);

describe('the stamp of the database', () => {
  it('stays while people only read', async () => {
    await expect
      .poll(async () => {
        const [before, after] = await around(() => other.query('SELECT count(*) FROM "Incident"'));
        return before === after;
      })
      .toBe(true);
  });

  it('moves with a commit of another connection, not before it', async () => {
    const key = `recent:${newId()}`;
    const seen = () => prisma.setting.count({ where: { key } });
    const answers: number[] = [];
    const ask = async () => answers.push(await keepAt(await stamp(), key, seen));
    await ask();
    await other.query('BEGIN');
    await setting(key);
    await ask();
    const [before, after] = await around(() => other.query('COMMIT'));
    expect(after).not.toBe(before);
    await ask();
    expect(answers).toEqual([0, 0, 1]);
  });
});

describe('an answer that is kept', () => {
  it('is asked once at one stamp and anew at the next', async () => {
    let asked = 0;
    const read = async () => ++asked;
    expect(await keepAt('1:1:', 'same', read)).toBe(1);
    expect(await keepAt('1:1:', 'same', read)).toBe(1);
    expect(await keepAt('1:2:', 'same', read)).toBe(2);
    expect(await keepAt('1:2:', 'other', read)).toBe(3);
  });

  it('is asked again after it failed', async () => {
    const failing = () => Promise.reject(new Error('no database'));
    await expect(keepAt('1:1:', 'failed', failing)).rejects.toThrow('no database');
    expect(await keepAt('1:1:', 'failed', async () => 'well')).toBe('well');
  });

  it('is never kept outside the making of a page', async () => {
    let asked = 0;
    const read = async () => ++asked;
    expect([await recent('outside', read), await recent('outside', read)]).toEqual([1, 2]);
  });
});

import 'server-only';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '@/lib/access/problem';
import { prisma } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { EVIDENCE_MAX_BYTES } from '../accepted';
import { fileFault } from './fault';
import { evidenceStore, storageKeyOf } from './store';

const ORPHAN_AGE_MS = 24 * 60 * 60 * 1000;
const UUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
const NAME = new RegExp(`^(${UUID})\\.(${UUID})$`);

/** What came in, lying in a file of its own until it is filed or refused. */
export interface Spooled {
  sizeBytes: number;
  /** Lower-case hexadecimal. */
  sha256: string;
}

const folder = () => resolve(env().DATA_DIR, 'evidence-incoming');

/**
 * Where a file waits while it is received. It stays until the incident's record and the store
 * agree, so that what a crash leaves behind can be found by its name.
 */
export async function incomingPath(incidentId: string, evidenceId: string): Promise<string> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  return join(folder(), `${incidentId}.${evidenceId}`);
}

/**
 * Writes a stream to a new file while hashing and counting; memory stays flat.
 * @throws Problem TOO_LARGE above 50 MB, INVALID_INPUT when empty, UNAVAILABLE when the disk is full
 */
export async function spool(content: Readable, path: string): Promise<Spooled> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      if (sizeBytes > EVIDENCE_MAX_BYTES) return done(fileFault('tooLarge'));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(content, meter, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw error;
    log.error({ code }, 'no room left for evidence');
    throw new Problem('UNAVAILABLE');
  }
  if (sizeBytes === 0) throw fileFault('empty');
  return { sizeBytes, sha256: hash.digest('hex') };
}

/** Removes what uploads left behind that ended a day ago or earlier without being recorded. */
export async function sweepIncoming(nowMs: number): Promise<void> {
  try {
    await mkdir(folder(), { recursive: true, mode: 0o700 });
    for (const name of await readdir(folder())) await sweepOne(name, nowMs);
  } catch (error) {
    log.error({ err: error }, 'left-over uploads could not be swept');
  }
}

async function sweepOne(name: string, nowMs: number): Promise<void> {
  const [, incidentId, evidenceId] = NAME.exec(name) ?? [];
  const path = join(folder(), name);
  const found = await stat(path).catch(() => null);
  if (!incidentId || !evidenceId || !found || nowMs - found.mtimeMs < ORPHAN_AGE_MS) return;
  const recorded = await prisma.evidence.findUnique({ where: { id: evidenceId } });
  if (!recorded) await evidenceStore().remove(storageKeyOf(incidentId, evidenceId));
  await rm(path, { force: true });
}

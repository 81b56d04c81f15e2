import 'server-only';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { env } from '@/lib/platform/env';

/** Where evidence lies. Another driver of flydrive (S3) takes this place without other changes. */
export interface EvidenceStore {
  /** Copies a local file in; when it returns, the content survives a power cut. */
  put: (path: string, key: string) => Promise<void>;
  /** Null when there is no such file. */
  open: (key: string) => Promise<Readable | null>;
  /** No fault when there is none. */
  remove: (key: string) => Promise<void>;
}

/** The one place of a piece of evidence; made of ids alone, never of what a sender wrote. */
export function storageKeyOf(incidentId: string, evidenceId: string): string {
  return `incident/${incidentId}/${evidenceId}`;
}

let store: EvidenceStore | null = null;

/** The store under `DATA_DIR/evidence`. */
export function evidenceStore(): EvidenceStore {
  store ??= diskStore(resolve(env().DATA_DIR, 'evidence'));
  return store;
}

function diskStore(location: string): EvidenceStore {
  const disk = new Disk(new FSDriver({ location, visibility: 'private' }));
  return {
    async put(path, key) {
      await disk.copyFromFs(path, key);
      const file = await open(join(location, key), 'r');
      await file.sync().finally(() => file.close());
    },
    open: async (key) => ((await disk.exists(key)) ? disk.getStream(key) : null),
    remove: (key) => disk.delete(key),
  };
}

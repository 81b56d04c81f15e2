import { utimesSync, writeFileSync } from 'node:fs';
import { appendFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '@/lib/access/server';
import { EVIDENCE_MAX_BYTES } from '@/lib/evidence/accepted';
import {
  fileEvidence,
  inWords,
  openEvidence,
  receiveEvidence,
  verifyEvidence,
} from '@/lib/evidence/server';
import { changeIncident } from '@/lib/incident/server';
import { newId } from '@/lib/platform/ids';
import { Client } from '../support/api-client';
import {
  as,
  attachedEvents,
  closeWorld,
  dataDir,
  logged,
  openWorld,
  picture,
  sha256,
  stored,
  upload,
  waiting,
} from '../support/evidence-world';
import { REFUSED, TAKEN } from '../support/sample-files';

beforeAll(openWorld);
afterAll(closeWorld);

describe('what is taken', () => {
  let incidentId: string;
  beforeAll(async () => {
    incidentId = await logged();
  });

  it.each(Object.entries(TAKEN))('%s by its content', async (name, [content, mediaType]) => {
    const { evidence, isNew } = await receiveEvidence(
      await as('officer'),
      incidentId,
      upload(content, name),
    );
    expect(isNew).toBe(true);
    expect(evidence).toMatchObject({ fileName: name, mediaType, sizeBytes: content.length });
    expect(evidence.sha256).toBe(sha256(content));
    expect(evidence.storageKey).toBe(`incident/${incidentId}/${evidence.id}`);
    expect(await readFile(join(dataDir(), 'evidence', evidence.storageKey))).toEqual(content);
  });

  it.each(Object.entries(REFUSED))('%s is refused, also as a.png', async (name, refused) => {
    const [content, fault] = refused;
    const before = stored(incidentId).length;
    for (const called of [name, 'a.png']) {
      const attempt = receiveEvidence(await as('officer'), incidentId, upload(content, called));
      await expect(attempt).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        facts: { errors: [{ path: 'file', message: fault }] },
      });
    }
    expect(stored(incidentId)).toHaveLength(before);
    expect(waiting()).toEqual([]);
  });

  it('no empty file, no form without a file, no broken form', async () => {
    const actor = await as('officer');
    const send = (request: Request) => receiveEvidence(actor, incidentId, request);
    const fault = (message: string) => ({ facts: { errors: [{ path: 'file', message }] } });
    await expect(send(upload(Buffer.alloc(0), 'a.png'))).rejects.toMatchObject(fault('empty'));
    const form = new FormData();
    form.set('about', 'x');
    const post = (body: BodyInit, headers: HeadersInit = {}) =>
      new Request('http://localhost/', { method: 'POST', body, headers });
    await expect(send(post(form))).rejects.toMatchObject(fault('missing'));
    await expect(send(post('{}'))).rejects.toMatchObject(fault('missing'));
    const torn = '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc';
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    await expect(send(post(torn, headers))).rejects.toMatchObject(fault('broken'));
    expect(waiting()).toEqual([]);
  });

  it('says why in the language of the reader', async () => {
    const actor = await as('officer');
    const html = () => upload(Buffer.from('<html>'), 'a.png');
    const told = async (locale: 'zh-CN' | 'en') =>
      inWords(locale, () => receiveEvidence(actor, incidentId, html())).catch(
        (error) => error.facts.errors[0].message,
      );
    expect(await told('zh-CN')).toContain('请改传截图');
    expect(await told('en')).toContain('screenshot');
  });
});

/** Bytes of buffers still in use, garbage left out. */
function heldBuffers(): () => number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return () => {
    collect();
    return process.memoryUsage().arrayBuffers;
  };
}

describe('size', () => {
  /** A form of `total` bytes of picture, made piece by piece, that counts what was drawn. */
  function streamed(total: number, drawn: { bytes: number }): Request {
    const piece = new Uint8Array(256 * 1024);
    const head = Buffer.from(
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n',
    );
    let left = total;
    let isFirst = true;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (isFirst) {
          isFirst = false;
          const start = picture();
          left -= start.length;
          controller.enqueue(new Uint8Array(Buffer.concat([head, start])));
          return;
        }
        if (left === 0) {
          controller.enqueue(new Uint8Array(Buffer.from('\r\n--x--\r\n')));
          controller.close();
          return;
        }
        const next = piece.subarray(0, Math.min(left, piece.length));
        left -= next.length;
        drawn.bytes += next.length;
        controller.enqueue(new Uint8Array(next));
      },
    });
    const init = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    };
    return new Request('http://localhost/', init);
  }

  it('50 MB are taken, one byte more is not, and memory stays flat', async () => {
    const [actor, incidentId] = [await as('officer'), await logged()];
    const held = heldBuffers();
    const before = held();
    const samples: number[] = [];
    const drawn = {
      count: 0,
      get bytes() {
        return this.count;
      },
      set bytes(count: number) {
        const quarter = EVIDENCE_MAX_BYTES / 4;
        if (Math.floor(count / quarter) > Math.floor(this.count / quarter)) samples.push(held());
        this.count = count;
      },
    };
    const whole = await receiveEvidence(actor, incidentId, streamed(EVIDENCE_MAX_BYTES, drawn));
    expect(whole.evidence.sizeBytes).toBe(EVIDENCE_MAX_BYTES);
    expect(samples.length).toBeGreaterThan(2);
    expect(Math.max(...samples) - before).toBeLessThan(16 * 1024 * 1024);
    const attempt = receiveEvidence(
      actor,
      incidentId,
      streamed(EVIDENCE_MAX_BYTES + 1, { bytes: 0 }),
    );
    await expect(attempt).rejects.toMatchObject({ code: 'TOO_LARGE', status: 413 });
    expect(stored(incidentId)).toHaveLength(1);
    expect(waiting()).toEqual([]);
  });

  it('a stream without end is cut off at the limit', async () => {
    const [actor, incidentId, drawn] = [await as('officer'), await logged(), { bytes: 0 }];
    const attempt = receiveEvidence(actor, incidentId, streamed(10 * EVIDENCE_MAX_BYTES, drawn));
    await expect(attempt).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(drawn.bytes).toBeLessThan(EVIDENCE_MAX_BYTES + 4 * 1024 * 1024);
    expect(waiting()).toEqual([]);
  });
});

describe('the record', () => {
  it('names hash, size and place; the name stands sealed', async () => {
    const [actor, incidentId, content] = [await as('officer'), await logged(), picture()];
    const request = upload(content, '家长王某某的截图.png', '朋友圈截图');
    const { evidence } = await receiveEvidence(actor, incidentId, request);
    expect(evidence).toMatchObject({ fileName: '家长王某某的截图.png', about: '朋友圈截图' });
    const [event, ...more] = await attachedEvents(incidentId);
    expect(more).toEqual([]);
    expect(event?.payload).toMatchObject({ id: evidence.id, sha256: sha256(content) });
    expect(JSON.stringify(event)).not.toContain('王某某');
    expect(await verifyEvidence(incidentId)).toEqual({ ok: true, files: 1, faults: [] });
  });

  it('holds the same content once, also when two send it at the same moment', async () => {
    const [actor, incidentId, content] = [await as('officer'), await logged(), picture()];
    const all = await Promise.all(
      [1, 2, 3].map((n) => receiveEvidence(actor, incidentId, upload(content, `${n}.png`))),
    );
    all.push(await receiveEvidence(actor, incidentId, upload(content, '4.png')));
    expect(new Set(all.map(({ evidence }) => evidence.id)).size).toBe(1);
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await attachedEvents(incidentId)).toHaveLength(1);
    expect(stored(incidentId)).toHaveLength(1);
    expect(waiting()).toEqual([]);
    const elsewhere = await receiveEvidence(actor, await logged(), upload(content, '5.png'));
    expect(elsewhere.isNew).toBe(true);
  });

  it('notices a file that was changed or taken away', async () => {
    const [actor, incidentId] = [await as('officer'), await logged()];
    const keep = async (name: string) =>
      (await receiveEvidence(actor, incidentId, upload(picture(), name))).evidence;
    const [changed, missing] = [await keep('a.png'), await keep('b.png')];
    await appendFile(join(dataDir(), 'evidence', changed.storageKey), 'x');
    await rm(join(dataDir(), 'evidence', missing.storageKey));
    expect(await verifyEvidence(incidentId)).toEqual({
      ok: false,
      files: 2,
      faults: [
        { evidenceId: changed.id, fault: 'changed' },
        { evidenceId: missing.id, fault: 'missing' },
      ],
    });
    const auditor = new Client(await createToken((await as('auditor')).id, 'test'));
    const { body } = await auditor.get(`/audit/verify?stream=incident:${incidentId}`);
    expect(body).toMatchObject({
      ok: true,
      evidence: { files: 2, firstBad: { evidenceId: changed.id, fault: 'changed' } },
    });
    const attempt = openEvidence(actor, incidentId, missing.id);
    await expect(attempt).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('cannot be written by naming a file that was never sent', async () => {
    const incidentId = await logged();
    const forged = {
      evidenceId: newId(),
      fileName: 'a.png',
      mediaType: 'text/html',
      sizeBytes: 1,
      sha256: 'a'.repeat(64),
      storageKey: '../../secrets.json',
    };
    for (const [type, input] of [
      ['attachEvidence', forged],
      ['fireDeadline', { deadlineId: newId() }],
    ] as const) {
      const attempt = changeIncident({ actor: await as('office'), incidentId, type, input });
      await expect(attempt).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        facts: { errors: [{ path: 'type' }] },
      });
    }
    expect(await attachedEvents(incidentId)).toEqual([]);
  });

  it('leaves nothing behind when the door refuses', async () => {
    const [actor, incidentId] = [await as('officer'), await logged()];
    const attempt = receiveEvidence(
      actor,
      incidentId,
      upload(picture(), 'a.png', '长'.repeat(201)),
    );
    await expect(attempt).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      facts: { errors: [{ path: 'about' }] },
    });
    expect(stored(incidentId)).toEqual([]);
    expect(waiting()).toEqual([]);
    expect(await attachedEvents(incidentId)).toEqual([]);
  });

  it('sweeps what a crash left a day ago, and keeps what was recorded', async () => {
    const [actor, incidentId] = [await as('officer'), await logged()];
    const { evidence } = await receiveEvidence(actor, incidentId, upload(picture(), 'a.png'));
    const lost = newId();
    const [young] = [newId()];
    const folder = join(dataDir(), 'evidence-incoming');
    const old = new Date(Date.now() - 25 * 60 * 60 * 1000);
    for (const id of [lost, evidence.id]) {
      writeFileSync(join(folder, `${incidentId}.${id}`), 'x');
      utimesSync(join(folder, `${incidentId}.${id}`), old, old);
    }
    writeFileSync(join(folder, `${incidentId}.${young}`), 'x');
    writeFileSync(join(dataDir(), 'evidence', 'incident', incidentId, lost), 'x');
    await receiveEvidence(actor, incidentId, upload(picture(), 'b.png'));
    expect(waiting()).toEqual([`${incidentId}.${young}`]);
    await rm(join(folder, `${incidentId}.${young}`));
    expect(stored(incidentId)).toContain(evidence.id);
    expect(stored(incidentId)).not.toContain(lost);
  });

  it('takes content that is at hand, at the time it is given', async () => {
    const [actor, incidentId] = [await as('officer'), await logged()];
    const content = Readable.from([picture()]);
    const { evidence } = await fileEvidence(actor, incidentId, { fileName: 'a.png', content });
    expect(evidence).toMatchObject({ mediaType: 'image/png', attachedBy: actor.id });
  });
});

import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken, personActor } from '@/lib/access/server';
import { readStream } from '@/lib/audit/server';
import { fileEvidence, fileResponse, openEvidence, receiveEvidence } from '@/lib/evidence/server';
import { changeIncident, getIncident } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import {
  as,
  closeWorld,
  logged,
  openWorld,
  picture,
  sha256,
  stored,
  upload,
} from '../support/evidence-world';

beforeAll(openWorld);
afterAll(closeWorld);

describe('names', () => {
  it.each([
    ['../../etc/passwd', 'passwd.png'],
    ['C:\\Users\\王\\桌面\\截图.PNG', '截图.PNG'],
    ['photo.exe', 'photo.exe.png'],
    ['', 'file.png'],
    ['....', 'file.png'],
    ['con.png', '_con.png'],
    ['a<b>:"|?*.png', 'a_b______.png'],
    ['a\u202egnp.exe', 'agnp.exe.png'],
    [`${'长'.repeat(300)}.png`, `${'长'.repeat(196)}.png`],
  ])('%j becomes %j', async (given, kept) => {
    const incidentId = await logged();
    const content = Readable.from([picture()]);
    const { evidence } = await fileEvidence(await as('officer'), incidentId, {
      fileName: given,
      content,
    });
    expect(evidence.fileName).toBe(kept);
    expect(stored(incidentId)).toEqual([evidence.id]);
  });
});

describe('who', () => {
  it('may neither send nor read what they cannot see', async () => {
    const incidentId = await logged();
    const { evidence } = await receiveEvidence(
      await as('officer'),
      incidentId,
      upload(picture(), 'a.png'),
    );
    for (const name of ['handler', 'school_office', 'monitor', 'sysadmin', 'secadmin']) {
      const stranger = await as(name);
      const hidden = { code: 'NOT_FOUND', status: 404 };
      const sending = receiveEvidence(stranger, incidentId, upload(picture(), 'a.png'));
      await expect(sending).rejects.toMatchObject(hidden);
      await expect(openEvidence(stranger, incidentId, evidence.id)).rejects.toMatchObject(hidden);
    }
    const auditor = await as('auditor');
    const sending = receiveEvidence(auditor, incidentId, upload(picture(), 'a.png'));
    await expect(sending).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await openEvidence(auditor, incidentId, evidence.id)).evidence.id).toBe(evidence.id);
    expect(stored(incidentId)).toHaveLength(1);
  });

  it('of the unit that was asked may do both', async () => {
    const incidentId = await logged();
    const handler = await as('handler');
    const input = { unitId: handler.unitId, requirement: '核实' };
    await changeIncident({ actor: await as('office'), incidentId, type: 'assign', input });
    const content = picture();
    const { evidence } = await receiveEvidence(handler, incidentId, upload(content, '现场.png'));
    const opened = await openEvidence(handler, incidentId, evidence.id);
    const response = fileResponse(opened, false);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(content);
  });

  it('reads it is on record before a byte goes out, without names', async () => {
    const [actor, incidentId] = [await as('officer'), await logged()];
    const { evidence } = await receiveEvidence(actor, incidentId, upload(picture(), '王某.png'));
    const leader = await as('leader');
    await openEvidence(leader, incidentId, evidence.id);
    const streams = await prisma.auditStream.findMany({
      where: { id: { startsWith: `access:${leader.orgId}:` } },
    });
    const events = (await Promise.all(streams.map(({ id }) => readStream(prisma, id)))).flat();
    const reads = events.filter(({ type }) => type === 'access.evidenceRead');
    const mine = reads.filter(({ payload }) => payload.evidenceId === evidence.id);
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({
      actor: personActor(leader.id),
      payload: { incidentId, evidenceId: evidence.id },
    });
    expect(JSON.stringify(reads)).not.toContain('王某');
  });
});

describe('answers', () => {
  it('come as downloads that no browser runs; images may be shown', async () => {
    const [actor, incidentId] = [await as('officer'), await logged()];
    const name = '图 "1".png';
    const { evidence } = await receiveEvidence(actor, incidentId, upload(picture(), name));
    const open = () => openEvidence(actor, incidentId, evidence.id);
    const { headers } = fileResponse(await open(), false);
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="_ _1_.png"; filename*=UTF-8\'\'%E5%9B%BE%20_1_.png',
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    const shown = fileResponse(await open(), true);
    expect(shown.headers.get('content-disposition')).toMatch(/^inline;/);
    const text = Readable.from([Buffer.from('记录')]);
    const filed = await fileEvidence(actor, incidentId, { fileName: 'a.txt', content: text });
    const asked = fileResponse(await openEvidence(actor, incidentId, filed.evidence.id), true);
    expect(asked.headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it('reach programs with a token, within its scopes', async () => {
    const list = await import('@/app/api/v1/incidents/[id]/evidence/route');
    const one = await import('@/app/api/v1/incidents/[id]/evidence/[evidenceId]/route');
    const incidentId = await logged();
    const { id: officerId } = await as('officer');
    const token = await createToken(officerId, '监测软件');
    const reader = await createToken(officerId, '只读', ['incident:read']);
    const bearer = (value: string) => ({ authorization: `Bearer ${value}` });
    const params = Promise.resolve({ id: incidentId });
    const post = (value: string, content: Buffer, headers: Record<string, string> = {}) => {
      const request = upload(content, 'a.png');
      for (const [key, text] of Object.entries({ ...bearer(value), ...headers })) {
        request.headers.set(key, text);
      }
      return list.POST(request, { params });
    };
    const content = picture();
    const made = await post(token, content);
    expect(made.status).toBe(201);
    const body = await made.json();
    expect(body).toMatchObject({ sha256: sha256(content), status: 'created' });
    expect(body).not.toHaveProperty('storageKey');
    const again = await post(token, content);
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ id: body.id, status: 'duplicate' });
    expect((await post(reader, picture())).status).toBe(403);
    const refused = await post(token, Buffer.from('<svg/>'), { 'accept-language': 'en' });
    expect(refused.status).toBe(422);
    expect((await refused.json()).errors[0].message).toContain('SVG');
    const file = await one.GET(new Request('http://localhost/', { headers: bearer(token) }), {
      params: Promise.resolve({ id: incidentId, evidenceId: body.id }),
    });
    expect(Buffer.from(await file.arrayBuffer())).toEqual(content);
    const { state } = await getIncident(await as('officer'), incidentId);
    expect(state.evidence).toHaveLength(1);
  });
});

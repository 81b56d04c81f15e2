import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '@/lib/document/kinds';
import { prisma } from '@/lib/platform/db';
import { buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { clientsOf } from '../support/api-client';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { expectOfficialLayout, paragraphsOf } from '../support/docx-checks';
import { as, bringToVerified, type Cast, submit } from '../support/rest-story';
import { unzipText } from '../support/zip';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('GET /incidents/{id}/export', () => {
  let database: TestDatabase;
  let world: DemoWorld;
  let cast: Cast;
  let id: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    world = await buildInstitution(new Date().toISOString());
    cast = await clientsOf(world);
    id = await as(cast, 'officer').log({ title: '=HYPERLINK("http://x","点我")' });
    await bringToVerified(cast, world, id);
    await submit(cast, id);
  });
  afterAll(async () => {
    await prisma.$disconnect();
    await database.drop();
  });

  const taken = () =>
    prisma.auditEvent.findMany({
      where: { type: 'access.exported' },
      orderBy: [{ recordedAt: 'asc' }, { seq: 'asc' }],
    });
  const ask = (who: string, query: string) =>
    as(cast, who).file(`/incidents/${id}/export?format=${query}`);

  it('answers a docx with what the office gave, and records who took it', async () => {
    const before = (await taken()).length;
    const number = encodeURIComponent('云教报[2026]第012号');
    const answer = await ask(
      'office',
      `docx&kind=report&number=${number}&signer=%E6%96%B9%E6%98%8E%E8%BF%9C`,
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(DOCX);
    expect(answer.headers.get('content-disposition')).toMatch(/filename\*=UTF-8''YQ-.*\.docx/);
    const text = paragraphsOf(expectOfficialLayout(answer.content)).join('\n');
    expect(text).toContain('云教报〔2026〕12号');
    expect(text).toContain('签发人：方明远');
    const events = await taken();
    expect(events).toHaveLength(before + 1);
    expect(events.at(-1)?.payload).toMatchObject({
      format: 'docx',
      kind: 'report',
      incidentId: id,
    });
  });

  it('takes the kind report when none is named', async () => {
    const text = paragraphsOf(expectOfficialLayout((await ask('leader', 'docx')).content)).join('');
    expect(text).toContain('特此报告。');
  });

  it.each(DOCUMENT_KINDS.filter((kind) => kind !== 'correction_letter'))(
    'writes the kind %s',
    async (kind) => {
      const answer = await ask('office', `docx&kind=${kind}`);
      expect(answer.status).toBe(200);
      expectOfficialLayout(answer.content);
    },
  );

  it.each([
    ['officer', 'report', 200],
    ['office', 'report', 200],
    ['deputy', 'report', 200],
    ['leader', 'report', 200],
    ['spokesperson', 'report', 200],
    ['auditor', 'report', 200],
    ['handler', 'report', 403],
    ['handler', 'assignment_sheet', 200],
    ['spokesperson', 'assignment_sheet', 403],
    ['member', 'report', 403],
    ['monitor', 'report', 404],
    ['sysadmin', 'report', 404],
    ['secadmin', 'report', 404],
    ['audit_admin', 'report', 404],
    ['school_leader', 'report', 404],
  ])('%s asking for %s gets %i', async (who, kind, status) => {
    const before = (await taken()).length;
    expect((await ask(who, `docx&kind=${kind}`)).status).toBe(status);
    expect((await taken()).length).toBe(before + (status === 200 ? 1 : 0));
  });

  it.each([
    ['docx&kind=novel', 422],
    ['docx&ref=x', 422],
    [`docx&number=${'x'.repeat(61)}`, 422],
    ['docx&date=tomorrow', 422],
    [`docx&number=${encodeURIComponent('机密★1年')}`, 422],
    [`docx&addressee=${encodeURIComponent('密级：秘密')}`, 422],
    ['docx&fonts=comic', 422],
    ['pdf', 422],
    ['docx&kind=correction_letter', 404],
    ['docx&kind=approval_sheet&ref=01a20000-0000-7000-8000-000000000000', 404],
  ])('%s with %i', async (query, status) => {
    expect((await ask('office', query)).status).toBe(status);
  });

  it('tables compute nothing: formulas of texts are defused', async () => {
    const answer = await ask('office', 'xlsx');
    expect(answer.status).toBe(200);
    const files = unzipText(answer.content);
    const everything = Object.values(files).join('\n');
    expect(everything).not.toContain('<f>');
    expect(everything).toMatch(/(?:'|&apos;|&#39;)=HYPERLINK/);
    expect(everything).not.toMatch(/>=HYPERLINK/);
    expect(Object.keys(files).filter((name) => /worksheets\/sheet\d/.test(name))).toHaveLength(8);
  });

  it('the timeline as CSV stays with auditors and leaders', async () => {
    expect((await ask('office', 'csv')).status).toBe(403);
    expect((await ask('auditor', 'csv')).status).toBe(200);
  });

  it.each([
    ['docx', DOCX],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['csv', 'text/csv; charset=utf-8'],
  ])('the roster of a month as %s, recorded', async (format, type) => {
    const before = (await taken()).length;
    const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
    const answer = await as(cast, 'officer').file(`/roster/export?month=${month}&format=${format}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    if (format === 'docx') expectOfficialLayout(answer.content);
    if (format === 'csv') {
      const lines = answer.content.toString('utf8').split('\r\n');
      expect(lines[0]).toBe('\uFEFF日期,星期,时段,带班领导,值班员,副班,备注');
      expect(lines.length).toBeGreaterThan(28);
    }
    const events = await taken();
    expect(events).toHaveLength(before + 1);
    expect(events.at(-1)?.payload).toMatchObject({ format, kind: 'roster', month });
  });

  it.each([
    ['officer', 'month=2026-13', 422],
    ['officer', '', 422],
    ['sysadmin', 'month=2026-11', 403],
  ])('the roster for %s with "%s": %i', async (who, query, status) => {
    expect((await as(cast, who).file(`/roster/export?${query}`)).status).toBe(status);
  });
});

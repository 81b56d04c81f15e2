import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadActor } from '@/lib/access/server';
import { NOTHING_GIVEN } from '@/lib/document/given';
import { DOCUMENT_KINDS } from '@/lib/document/kinds';
import { saidIn } from '@/lib/document/model';
import { previewDocument } from '@/lib/document/server';
import { writeDocx } from '@/lib/document/server/docx/write';
import { prisma } from '@/lib/platform/db';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { type LoadedDemo, loadedDemo } from '../support/demo';
import { canBeMade, GIVEN } from '../support/document-case';
import { expectOfficialLayout } from '../support/docx-checks';
import { hasOffice, pagesInOffice } from '../support/office';

describe('documents of the demo', () => {
  let database: TestDatabase;
  let demo: LoadedDemo;
  let actor: Parameters<typeof previewDocument>[0];

  beforeAll(async () => {
    database = await createTestDatabase();
    demo = await loadedDemo(new Date().toISOString());
    const auditor = await prisma.user.findFirstOrThrow({ where: { username: 'auditor' } });
    const found = await loadActor(auditor.id);
    if (!found) throw new Error('no auditor');
    actor = found;
  });
  afterAll(async () => {
    await prisma.$disconnect();
    await database.drop();
  });

  it('every kind of every incident is written, each sentence with its facts', async () => {
    let written = 0;
    for (const [name, id] of Object.entries(demo.incidents)) {
      const state = demo.states[name];
      if (!state || state.incident.orgId !== actor.orgId) continue;
      for (const kind of DOCUMENT_KINDS) {
        if (!canBeMade(kind, state)) continue;
        const { document } = await previewDocument(actor, id, {
          kind,
          ref: null,
          given: NOTHING_GIVEN,
        });
        expect(
          saidIn(document).every((one) => one.facts.length > 0),
          `${name} ${kind}`,
        ).toBe(true);
        expectOfficialLayout(await writeDocx(document));
        written += 1;
      }
    }
    expect(written).toBeGreaterThan(60);
  }, 120_000);

  it('opens in LibreOffice: full pages have 22 lines of at most 28 characters', async () => {
    const canOpen = await hasOffice();
    const { uniform } = demo.states;
    for (const kind of DOCUMENT_KINDS) {
      if (!uniform || !canBeMade(kind, uniform)) continue;
      const { document } = await previewDocument(actor, demo.incidents.uniform ?? '', {
        kind,
        ref: null,
        given: GIVEN,
      });
      const docx = await writeDocx(document);
      expectOfficialLayout(docx);
      if (!canOpen) continue;
      const pages = await pagesInOffice(docx);
      expect(pages.length, kind).toBeGreaterThan(0);
      for (const [index, page] of pages.entries()) {
        expect(page.at(-1), kind).toBe(`—${index + 1}—`);
      }
      const hasTables = document.blocks.some(
        (one) => one.kind !== 'paragraph' && one.kind !== 'heading' && one.kind !== 'formula',
      );
      if (hasTables) continue;
      for (const page of pages) expect(page.length - 1, kind).toBeLessThanOrEqual(22);
    }
  }, 240_000);
});

import { expect } from 'vitest';
import { unzipText } from './zip';

const HAN = /\p{Script=Han}|[“”—…]/u;

/** Text of every paragraph of a docx. */
export function paragraphsOf(xml: string): string[] {
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );
}

/** What GB/T 9704-2012 asks of the file, as its XML says it; answers the document's XML. */
export function expectOfficialLayout(docx: Buffer, isLandscape = false): string {
  const files = unzipText(docx);
  const xml = files['word/document.xml'] ?? '';
  const styles = files['word/styles.xml'] ?? '';
  const size = isLandscape ? 'w:w="16838" w:h="11906"' : 'w:w="11906" w:h="16838"';
  expect(xml).toContain(`<w:pgSz ${size}`);
  expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  expect(xml).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/>');
  expect(files['word/settings.xml']).toMatch(/<w:evenAndOddHeaders(\/>| w:val="(true|1|on)")/);
  for (const [name, part] of Object.entries(files)) {
    if (!name.endsWith('.xml') || name.includes('theme')) continue;
    expect(part, name).not.toMatch(/w:(?:ascii|hAnsi|eastAsia|cs)Theme=/);
  }
  expect(styles).toMatch(/w:styleId="Normal".*?w:eastAsia="仿宋/s);
  const parts = Object.entries(files).filter(([name]) =>
    /word\/(document|footer\d)\.xml/.test(name),
  );
  for (const [name, part] of parts) {
    for (const [run] of part.matchAll(/<w:r>.*?<\/w:r>/gs)) {
      const text = [...run.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, one]) => one).join('');
      if (!HAN.test(text)) continue;
      expect(run, `${name}: ${text}`).toMatch(
        /<w:rFonts[^>]*w:eastAsia="(?:仿宋|楷体|黑体|宋体|方正小标宋)/,
      );
      expect(run, `${name}: ${text}`).toContain('w:hint="eastAsia"');
    }
  }
  const footers = Object.entries(files).filter(
    ([name, part]) => /word\/footer\d\.xml/.test(name) && part.includes('PAGE'),
  );
  expect(footers.map(([, part]) => /<w:jc w:val="(\w+)"/.exec(part)?.[1]).sort()).toEqual([
    'left',
    'right',
  ]);
  for (const [, part] of footers) expect(part).toMatch(/宋体.*?<w:sz w:val="28"/s);
  expect(paragraphsOf(xml).join('\n')).not.toMatch(
    /undefined|null|NaN|\[object|XX|TO[- ]?DO|\{\{|〔〕/,
  );
  return xml;
}

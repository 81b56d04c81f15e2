import { describe, expect, it } from 'vitest';
import { expectOfficialLayout, paragraphsOf } from '@/tests/support/docx-checks';
import { hasOffice, pagesInOffice } from '@/tests/support/office';
import { unzipText } from '@/tests/support/zip';
import type { FontSet, OfficialDocument } from '../../model';
import { writeDocx } from './write';

const said = (text: string) => ({ text, facts: [] });

const LONG = '为进一步做好网络舆情应对处置工作切实回应群众关切现将有关情况报告如下请予审阅'.repeat(
  14,
);

const document = (change: Partial<OfficialDocument> = {}): OfficialDocument => ({
  kind: 'report',
  title: '关于“校门口积水”舆情处置情况的报告',
  head: {
    kind: 'letterhead',
    mark: '云岭县教育局文件',
    number: '云教报〔2026〕12号',
    signer: '方明远',
    urgency: null,
  },
  addressee: '云岭县人民政府',
  blocks: [
    { kind: 'heading', level: 1, text: '一、基本情况' },
    { kind: 'paragraph', sentences: [said('他说“好”——就这样……'), said('第二句。')] },
    { kind: 'heading', level: 2, text: '（一）经过' },
    { kind: 'formula', text: '特此报告。' },
  ],
  attachments: [said('照片'), said('检测报告')],
  signature: { org: '云岭县教育局', date: '2026年11月22日', isSealed: true },
  closing: [{ label: '抄送', value: [said('县委宣传部')] }],
  fonts: 'standard',
  ...change,
});

describe('a docx', () => {
  it('has the layout of GB/T 9704-2012 in its XML', async () => {
    const xml = expectOfficialLayout(await writeDocx(document()));
    expect(xml).toMatch(/方正小标宋简体"[^>]*\/><w:color w:val="FF0000"/);
    expect(xml).toMatch(/<w:bottom w:val="single" w:color="FF0000"/);
    const texts = paragraphsOf(xml);
    expect(texts).toContain('云教报〔2026〕12号签发人：方明远');
    expect(texts).toContain('附件：1．照片');
    expect(texts).toContain('2．检测报告');
    expect(xml).toMatch(/w:eastAsia="楷体"[^>]*\/>(?:(?!<w:t[ >]).)*<w:t[^>]*>方明远/s);
    expect(xml).toMatch(/w:eastAsia="黑体"[^>]*\/>(?:(?!<w:t[ >]).)*<w:t[^>]*>一、基本情况/s);
    expect(xml).toMatch(/w:eastAsia="楷体"[^>]*\/>(?:(?!<w:t[ >]).)*<w:t[^>]*>（一）经过/s);
  });

  it.each<[FontSet, string]>([
    ['standard', '仿宋'],
    ['gb2312', '仿宋_GB2312'],
  ])('names the fonts of the set %s', async (fonts, name) => {
    const { 'word/styles.xml': styles = '' } = unzipText(await writeDocx(document({ fonts })));
    expect(styles).toContain(`w:eastAsia="${name}"`);
  });

  it('holds no character that XML cannot, and says nothing of who made it', async () => {
    const files = unzipText(await writeDocx(document({ title: 'a\u0000b\u0008<c>&' })));
    expect(paragraphsOf(files['word/document.xml'] ?? '').join('')).toContain('ab&lt;c&gt;&amp;');
    expect(files['docProps/core.xml']).not.toMatch(/Un-named/);
  });

  it('leaves out the lines of what was not given', async () => {
    const head = {
      kind: 'letterhead',
      mark: '某局文件',
      number: null,
      signer: null,
      urgency: null,
    } as const;
    const change = { head, addressee: null, signature: null, closing: [], attachments: [] };
    const xml = expectOfficialLayout(await writeDocx(document(change)));
    expect(paragraphsOf(xml).join('')).not.toMatch(/签发人|号|抄送|附件/);
  });

  const letter = (blocks: OfficialDocument['blocks']) =>
    document({
      title: '关于商请更正有关报道的函',
      head: { kind: 'letter', mark: '云岭县教育局', number: '云教函〔2026〕3号', urgency: '加急' },
      addressee: '某市晚报社',
      blocks,
      attachments: [],
      note: said('（联系人：陆怀瑾；电话：0900-5551002）'),
    });

  it('a letter has its name above a double red line, another at the foot, and no 印发', async () => {
    const docx = await writeDocx(letter(document().blocks));
    const xml = expectOfficialLayout(docx);
    const files = unzipText(docx);
    expect(xml).toContain('<w:titlePg/>');
    const parts = Object.entries(files).filter(([name]) => /word\/(header|footer)\d/.test(name));
    const [head] = parts.flatMap(([name, part]) => (name.includes('header') ? [part] : []));
    expect(head).toMatch(/方正小标宋简体"[^>]*\/><w:color w:val="FF0000"/);
    expect(head).toMatch(/<w:top [^>]*FF0000[^>]*w:sz="24".*<w:bottom [^>]*w:sz="6"/s);
    const foot = parts.filter(([name, part]) => name.includes('footer') && !part.includes('PAGE'));
    expect(foot[0]?.[1]).toMatch(/<w:top [^>]*FF0000[^>]*w:sz="6".*<w:bottom [^>]*w:sz="24"/s);
    const texts = paragraphsOf(xml);
    expect(texts).toContain('加急云教函〔2026〕3号');
    expect(texts).toContain('（联系人：陆怀瑾；电话：0900-5551002）');
    expect(texts.join('')).not.toContain('印发');
  });

  it('a letter fills its pages like any other and numbers them from the second on', async () => {
    if (!(await hasOffice())) return;
    const paragraph = { kind: 'paragraph' as const, sentences: [said(LONG.repeat(2))] };
    const [first = [], second = []] = await pagesInOffice(
      await writeDocx(letter([{ ...paragraph, isFlush: true }])),
    );
    expect(first[0]).toBe('云岭县教育局');
    expect(first.join('')).not.toContain('—1—');
    expect(second.at(-1)).toBe('—2—');
    expect(second.slice(0, -1)).toHaveLength(22);
    for (const line of second.slice(0, -1)) expect(line).toHaveLength(28);
  }, 90_000);

  it('writes charts with their figures and tables with a head on every page', async () => {
    const chart = {
      title: '走势',
      type: 'line' as const,
      categories: ['1', '2'],
      series: [{ label: '转发', values: [3, null] }],
      facts: [],
    };
    const blocks: OfficialDocument['blocks'] = [
      { kind: 'chart', chart },
      { kind: 'chart', chart: { ...chart, type: 'bar' } },
      {
        kind: 'table',
        caption: '表',
        columns: [{ label: '甲', share: 1 }],
        rows: [[said('乙')]],
      },
      { kind: 'form', rows: [[{ label: '编号', value: [said('1')] }]] },
      { kind: 'box', label: '批示' },
    ];
    const docx = await writeDocx(document({ blocks }));
    expect(expectOfficialLayout(docx)).toContain('<w:tblHeader');
    const charts = Object.keys(unzipText(docx)).filter((name) =>
      /charts\/chart\d*\.xml/.test(name),
    );
    expect(charts).toHaveLength(2);
  });

  it('fills a page with 22 lines of 28 characters', async () => {
    const blocks: OfficialDocument['blocks'] = [
      { kind: 'paragraph', sentences: [said(LONG.repeat(3))], isFlush: true },
    ];
    const docx = await writeDocx(
      document({
        blocks,
        head: { kind: 'plain' },
        addressee: null,
        signature: null,
        closing: [],
        attachments: [],
      }),
    );
    expectOfficialLayout(docx);
    const styles = unzipText(docx)['word/styles.xml'] ?? '';
    // 22 × 579 twips ≤ 225 mm, 28 × (16 − 0.3) pt ≤ 156 mm: what any program needs to lay it out so.
    expect(styles).toMatch(/w:styleId="Normal".*?<w:spacing w:line="579" w:lineRule="exact"\/>/s);
    expect(styles).toMatch(/w:styleId="Normal".*?<w:spacing w:val="-6"\/><w:sz w:val="32"\/>/s);
    if (!(await hasOffice())) return;
    const [, second = []] = await pagesInOffice(docx);
    const [number, ...text] = second.toReversed();
    expect(number).toBe('—2—');
    expect(text).toHaveLength(22);
    expect(new Set(text.map((line) => line.length))).toEqual(new Set([28]));
  }, 90_000);
});

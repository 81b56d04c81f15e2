import 'server-only';
import type { FontSet } from '../../model';
import { FONTS, SIZE } from './fonts';

/** Style of paragraphs with line heights of their own: another size, table cells, charts. */
export const OFF_GRID = 'OffGrid';

/**
 * Line height and tightening by which 22 lines of 28 characters fill the text block of 156 × 225 mm on
 * their own, in twips: what the grid asks for, without leaving its rounding to the reader's program
 * (decision 0018).
 */
const LINE = 579;
const TIGHTER = -6;

const fontsXml = (name: string) =>
  `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;

const runXml = (name: string, size: number, spacing = 0) =>
  `<w:rPr>${fontsXml(name)}<w:snapToGrid w:val="0"/><w:color w:val="000000"/><w:spacing w:val="${spacing}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;

const styleXml = (id: string, name: string, inside: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>${inside}</w:style>`;

const TABLE_STYLE =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';

/**
 * The whole of styles.xml: the text (三号 仿宋), paragraphs of other sizes, the title and three headings;
 * no theme fonts and no colours of a template.
 */
export function stylesXml(fontSet: FontSet): string {
  const { text, title, black, script } = FONTS[fontSet];
  const heading = (level: 1 | 2 | 3, font: string) =>
    styleXml(
      `Heading${level}`,
      `heading ${level}`,
      `<w:pPr><w:keepNext/><w:outlineLvl w:val="${level - 1}"/></w:pPr>${runXml(font, SIZE.three, TIGHTER)}`,
    );
  const normal = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="${LINE}" w:lineRule="exact"/></w:pPr>${runXml(text, SIZE.three, TIGHTER)}</w:style>`;
  const offGrid = styleXml(
    OFF_GRID,
    'Off Grid',
    `<w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>${runXml(text, SIZE.three)}`,
  );
  const heading0 = styleXml(
    'Title',
    'Title',
    `<w:pPr><w:jc w:val="center"/></w:pPr>${runXml(title, SIZE.two)}`,
  );
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fontsXml(text)}<w:sz w:val="${SIZE.three}"/><w:szCs w:val="${SIZE.three}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${defaults}${normal}${offGrid}${heading0}${heading(1, black)}${heading(2, script)}${heading(3, text)}${TABLE_STYLE}</w:styles>`;
}

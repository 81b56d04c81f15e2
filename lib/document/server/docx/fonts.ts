import 'server-only';
import type { FontSet } from '../../model';

/** Fonts are named, never shipped: what the reader's machine has decides. */
interface Fonts {
  /** 仿宋: the text. */
  text: string;
  /** 小标宋: titles and the red head. */
  title: string;
  /** 黑体: first-level headings. */
  black: string;
  /** 楷体: second-level headings and the signer's name. */
  script: string;
  /** 宋体: page numbers. */
  song: string;
}

export const FONTS: Record<FontSet, Fonts> = {
  standard: { text: '仿宋', title: '方正小标宋简体', black: '黑体', script: '楷体', song: '宋体' },
  gb2312: {
    text: '仿宋_GB2312',
    title: '方正小标宋简体',
    black: '黑体',
    script: '楷体_GB2312',
    song: '宋体',
  },
};

/** Half points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt. */
export const SIZE = { two: 44, three: 32, four: 28, smallFour: 24 } as const;

/**
 * One name for every script, with the hint that punctuation such as “ ” — … belongs to East Asia:
 * without it the quotation marks of a Chinese text fall to the Latin font.
 */
export const fontOf = (name: string) =>
  ({ ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' }) as const;

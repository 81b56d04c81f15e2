import { z } from 'zod';
import { classificationMark } from '@/lib/guard/classification';
import { FONT_SETS } from './model';
import { documentNumber, issueNumber } from './numbering';

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{Cc}]*$/u)
    .refine((text) => classificationMark(text) === null, {
      message: 'bears a classification mark; documents made here have none',
    })
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null);

/**
 * What the office gives for one document and no record holds: numbers, addressees, who signs it
 * out. Nothing of it is ever made up; what is left out stays out.
 */
export const givenSchema = z.object({
  /** 发文字号 */
  number: words(60).transform((text) => text && documentNumber(text)),
  /** 期号 */
  issue: words(20).transform((text) => text && issueNumber(text)),
  /** 签发人 */
  signer: words(30),
  /** 主送、报送 */
  addressee: words(60),
  /** 抄送 */
  copies: words(120),
  /** 拟稿 */
  drafter: words(30),
  /** 审核 */
  reviewer: words(30),
  /** 需支持事项 */
  needs: words(200),
  /** 紧急程度 */
  urgency: z
    .enum(['特急', '加急', ''])
    .default('')
    .transform((word) => word || null),
  /** 成文日期, a local date; today unless told. */
  date: z
    .union([z.iso.date(), z.literal('').transform(() => null)])
    .nullable()
    .default(null),
  fonts: z.enum(FONT_SETS).default('standard'),
});
export type Given = z.output<typeof givenSchema>;

export const NOTHING_GIVEN: Given = givenSchema.parse({});

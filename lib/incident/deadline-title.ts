import { findRule } from '@/lib/plan/obligations';
import type { ResponsePlan } from '@/lib/plan/schema';
import type { DeadlineRow } from './model';

/** Titles of limits that people gave rather than the plan. */
const AGREED: Record<string, { zh: string; en: string }> = {
  assignment_acceptance: { zh: '签收联系单', en: 'Accept the assignment' },
  citizen_promise: { zh: '兑现承办单位的承诺', en: 'Keep the unit’s promise' },
  assignment_feedback: { zh: '联系单反馈', en: 'Feedback on an assignment' },
  promised_answer: { zh: '兑现答复承诺', en: 'Give the promised answer' },
  call_back: { zh: '回访当事人', en: 'Call the citizen back' },
  next_update: { zh: '下次更新', en: 'Next public update' },
  report_next: { zh: '下次报告', en: 'Next report' },
  report_worsening: { zh: '报告升级情况', en: 'Report the worsening' },
  non_publication_review: { zh: '复核暂不发布决定', en: 'Look again at not publishing' },
  approval_step: { zh: '签批送审文稿', en: 'Sign the text sent for approval' },
  phone_countersign: { zh: '补签电话同意', en: 'Countersign the consent by phone' },
  consent_denied: { zh: '处理没有得到同意的发布', en: 'Deal with what went out without consent' },
  release_countersign: { zh: '补签紧急发布', en: 'Countersign the urgent release' },
  notice_countersign: { zh: '补签平台权利通知', en: 'Countersign the notice to the platform' },
  instruction_reply: { zh: '回复来文、批示', en: 'Answer the instruction' },
  correction_reply: { zh: '催问更正函回复', en: 'Follow up the letter asking for a correction' },
  media_answer: { zh: '答复媒体问询', en: 'Answer the media enquiry' },
};

export const AGREED_KEYS = Object.keys(AGREED);

/** What a deadline asks for, in words: the plan's own title where the plan asked for it. */
export function deadlineTitle(
  plan: ResponsePlan,
  { key, rule }: Pick<DeadlineRow, 'key' | 'rule'>,
  locale: 'zh-CN' | 'en',
): string {
  const title = findRule(plan, rule)?.title ?? AGREED[key];
  return title ? title[locale === 'en' ? 'en' : 'zh'] : key;
}

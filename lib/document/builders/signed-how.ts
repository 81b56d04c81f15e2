import type { ApprovalDecisionRow } from '@/lib/incident/model';
import { type IncidentCase, personName } from '../case';
import { officialTime } from '../official-time';

const WAYS = { phone: '电话同意', minutes: '会议纪要' } as const;

/** How a signature was put on record that was not given by hand, and what its person said to it. */
export function recordedWords(paper: IncidentCase, one: ApprovalDecisionRow): string {
  if (!one.how) return '';
  const by = one.recordedBy ? personName(paper, one.recordedBy) : '';
  const at = one.agreedAt ? officialTime(one.agreedAt) : '';
  return [
    `${WAYS[one.how]}（${at}，${by}记录）`,
    one.reason ? `${one.reason}` : '',
    one.confirmedAt ? `本人${officialTime(one.confirmedAt)}补签` : '',
    one.deniedAt ? `本人否认：${one.denyReason ?? ''}` : '',
    one.how === 'phone' && !one.confirmedAt && !one.deniedAt ? '待本人补签' : '',
  ]
    .filter(Boolean)
    .join('；');
}

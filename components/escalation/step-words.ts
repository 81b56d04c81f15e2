import type { ReachNames } from './reach-words';

/** When a step stands: 到期前 30 分钟, 到期时, 到期后 1 小时 · 第 2 次重复. */
export function momentWords(
  { minutes, repetition }: { minutes: number; repetition: number },
  t: ReachNames['t'],
): string {
  const key = minutes < 0 ? 'before' : minutes === 0 ? 'at' : 'after';
  const moment = t(key, { span: spanWords(Math.abs(minutes), t) });
  return repetition === 0 ? moment : t('repeated', { moment, number: repetition });
}

function spanWords(minutes: number, t: ReachNames['t']): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return t('minutes', { count: rest });
  return rest === 0 ? t('hours', { count: hours }) : t('hoursMinutes', { hours, minutes: rest });
}

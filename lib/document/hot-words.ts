import type { MentionRow } from '@/lib/incident/model';
import type { HotWord } from './case';

/** Words of grammar and of every post, which say nothing about the matter. */
const COMMON = new Set(
  '我们 你们 他们 她们 自己 这个 那个 这样 那样 什么 怎么 为什么 没有 不是 就是 还是 但是 因为 所以 如果 可以 已经 现在 今天 昨天 大家 一个 一下 有人 有没有 这么 那么 真的 知道 看到 时候 问题 情况 有关 进行 表示 以及 或者'.split(
    ' ',
  ),
);
const HAN_WORD = /^\p{Script=Han}{2,}$/u;

/**
 * Words that recur in the texts of mentions, most frequent first, at most `most`; a word counts once
 * in a mention and at least twice in all. `cut` parts a text into words.
 */
export function hotWordsOf(
  mentions: readonly Pick<MentionRow, 'id' | 'text'>[],
  cut: (text: string) => string[],
  most = 10,
): HotWord[] {
  const found = new Map<string, string[]>();
  for (const { id, text } of mentions) {
    const words = new Set(
      cut(text ?? '').filter((word) => HAN_WORD.test(word) && !COMMON.has(word)),
    );
    for (const word of words) found.set(word, [...(found.get(word) ?? []), id]);
  }
  return [...found]
    .map(([word, mentionIds]) => ({ word, count: mentionIds.length, mentionIds }))
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, most);
}

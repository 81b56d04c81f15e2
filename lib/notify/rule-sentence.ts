import type { MessageTree } from '@/lib/i18n/messages';

/**
 * The sentence of a rule such as `escalation.due`, with its places still open; the rule itself
 * where there is none.
 * @param rules the tree `notices.rule` of one language
 */
export function sentenceOf(rules: MessageTree, rule: string): string {
  const [group = '', name = ''] = rule.split('.');
  const found = rules[group];
  const sentence = typeof found === 'object' ? found[name] : found;
  return typeof sentence === 'string' ? sentence : rule;
}

/** What kind of message it is: the sentence up to its first place. */
export function ruleName(rules: MessageTree, rule: string): string {
  const [start = ''] = sentenceOf(rules, rule).split('{');
  return start.replace(/(?: from| to)?[\s：:，,；;]*$/, '');
}

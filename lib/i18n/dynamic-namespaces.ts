/**
 * Namespaces whose keys are looked up by a domain key (a stage, a refusal code) or imported
 * whole, so that no literal of theirs need occur in the source. Everything else is checked
 * key by key in `messages.test.ts`.
 */
export const dynamicNamespaces: readonly string[] = [
  'words',
  'error',
  'commands',
  'refusals',
  'problems',
  'timeline',
  'effects',
  'suggestion',
  'deadlines',
  'planProblems',
  'planWords',
  'planFindings',
  'outside',
  'alerts',
  'channelAnswers',
];

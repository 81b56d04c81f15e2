/** Texts of one namespace: a tree whose leaves are ICU messages. */
export interface MessageTree {
  [key: string]: string | MessageTree;
}

/** All texts of one language, by namespace. */
export type Messages = Record<string, MessageTree>;

/**
 * Merges namespace files into one catalogue.
 * The file name without `.json` is the namespace; a name given twice throws.
 */
export function mergeNamespaces(
  files: ReadonlyArray<{ name: string; tree: MessageTree }>,
): Messages {
  const merged: Messages = {};
  for (const { name, tree } of files) {
    const namespace = name.replace(/\.json$/, '');
    if (namespace in merged) throw new Error(`Namespace given twice: ${namespace}`);
    merged[namespace] = tree;
  }
  return merged;
}

/** Lists every leaf as a dotted key with its text, e.g. `['shell.search', '搜索']`. */
export function flattenMessages(
  tree: MessageTree,
  prefix = '',
): Array<[key: string, text: string]> {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flattenMessages(value, `${prefix}${key}.`),
  );
}

/** Keeps only the named namespaces, for handing to the browser. */
export function pickNamespaces(messages: Messages, namespaces: readonly string[]): Messages {
  return Object.fromEntries(
    Object.entries(messages).filter(([namespace]) => namespaces.includes(namespace)),
  );
}

/** Which texts the source uses, and which it asks for that do not exist. */
export interface Usage {
  used: Set<string>;
  missing: string[];
}

const binding =
  /(\w+)\s*=\s*(?:await\s+)?(?:useTranslations|getTranslations|translator)\(\s*(?:\{[^}]*namespace:\s*)?(?:'([^']+)')?/g;
const namespaceLiteral =
  /(?:useTranslations|getTranslations|translator)\(\s*(?:\{[^}]*namespace:\s*)?'([^']+)'/g;
const literal = /'([\w.-]+)'|"([\w.-]+)"|`([\w.-]+)`/g;
const templateHead = /`([\w-]+(?:\.[\w-]+)*\.)\$\{/g;
const bareTemplate = /\bt\w*(?:\.\w+)?\(\s*`\$\{/;

/**
 * Finds used and missing texts by reading source files.
 *
 * In a file that asks for namespace `shell`, the literal `'search'` uses `shell.search` and the
 * template `` `nav.${key}` `` uses everything under `shell.nav`. A full key as a literal counts
 * anywhere. A call `t('x')` on a name bound to a namespace must find its key.
 *
 * @param sources texts of the source files
 * @param keys all dotted keys of the catalogue
 */
export function findUsage(sources: readonly string[], keys: readonly string[]): Usage {
  const known = new Set(keys);
  const used = new Set<string>();
  const missing = new Set<string>();
  for (const source of sources) {
    const literals = [...source.matchAll(literal)].map((m) => m[1] ?? m[2] ?? m[3] ?? '');
    const heads = [...source.matchAll(templateHead)].map((m) => m[1] ?? '');
    const namespaces = [...source.matchAll(namespaceLiteral)].map((m) => m[1] ?? '');
    for (const text of literals) if (known.has(text)) used.add(text);
    for (const namespace of namespaces) {
      for (const text of literals) used.add(`${namespace}.${text}`);
      const prefixes = heads.map((head) => `${namespace}.${head}`);
      if (bareTemplate.test(source)) prefixes.push(`${namespace}.`);
      for (const key of keys) if (prefixes.some((head) => key.startsWith(head))) used.add(key);
    }
    for (const key of askedFor(source)) if (!known.has(key)) missing.add(key);
  }
  return { used, missing: [...missing].sort() };
}

/** Full keys of the calls whose name is bound to exactly one namespace in this file. */
function askedFor(source: string): string[] {
  const bound = new Map<string, Set<string>>();
  for (const [, name = '', namespace] of source.matchAll(binding)) {
    bound.set(name, (bound.get(name) ?? new Set()).add(namespace ? `${namespace}.` : ''));
  }
  return [...bound].flatMap(([name, namespaces]) => {
    const [prefix] = namespaces;
    if (namespaces.size !== 1 || prefix === undefined) return [];
    const call = new RegExp(`(?<![\\w.])${name}(?:\\.(?:rich|markup))?\\(\\s*'([\\w.-]+)'`, 'g');
    return [...source.matchAll(call)].map((match) => `${prefix}${match[1]}`);
  });
}

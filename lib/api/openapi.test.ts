import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openApi } from './openapi';

const FOLDER = 'app/api/v1';

/** Answers 404 for every address the API does not have. */
const NOWHERE = '[...path]';

interface Described {
  paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
}

const { paths } = openApi('0') as Described;

const places = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?:^|\/)route\.ts$/.test(file) && !file.startsWith(NOWHERE))
  .map((file) => file.replace(/\/?route\.ts$/, ''));

const addressOf = (place: string) =>
  `/api/v1/${place.replaceAll(/\[(\w+)\]/g, '{$1}')}`.replace(/\/$/, '');

/** Methods a route takes: those it names, or reading alone where all are one. */
function methodsOf(place: string): string[] {
  const source = readFileSync(join(FOLDER, place, 'route.ts'), 'utf8');
  const named = [...source.matchAll(/\b(GET|POST|PUT|PATCH|DELETE)(?=:|\(call)/g)];
  const methods = named.map(([, method = '']) => method.toLowerCase());
  return methods.length > 0 ? methods.sort() : ['get'];
}

describe('the description of the API', () => {
  it('names every address there is, and no other', () => {
    const described = Object.keys(paths).filter((path) => path.startsWith('/api/v1/'));
    expect(described.sort()).toEqual(places.map(addressOf).sort());
  });

  it.each(places)('%s: the methods it takes and the parts of its path', (place) => {
    const address = addressOf(place);
    const methods = paths[address] ?? {};
    expect(Object.keys(methods).sort()).toEqual(methodsOf(place));
    const parts = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const { parameters = [] } of Object.values(methods)) {
      const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      expect(inPath).toEqual(parts);
    }
  });
});

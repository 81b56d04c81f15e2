import { describe, expect, it } from 'vitest';
import { concerns } from './live-scope';

const id = '019abc00-0000-7000-8000-000000000001';
const changed = { type: 'incident.changed', id, version: 3 } as const;

describe('which page a change concerns', () => {
  it.each(['/', '/incidents', '/approvals', `/incidents/${id}`, `/incidents/${id}/timeline`])(
    'the page %s shows it',
    (pathname) => expect(concerns(pathname, changed)).toBe(true),
  );

  it.each(['/plans', '/incidents/new', '/incidents/019abc00-0000-7000-8000-000000000002'])(
    'the page %s does not',
    (pathname) => expect(concerns(pathname, changed)).toBe(false),
  );

  it('own news and the clock are on every page', () => {
    expect(concerns('/plans', { type: 'desk.changed' })).toBe(true);
    expect(concerns('/plans', { type: 'clock' })).toBe(true);
  });
});

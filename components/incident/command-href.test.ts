import { describe, expect, it } from 'vitest';
import { commandHref, readCommand, withoutCommand } from './command-href';

describe('a command in an address', () => {
  it.each([
    ['close', {}],
    ['reply', { kind: 'first' }],
    ['approve', { wordingId: 'a&b=c', contentHash: '核 实+' }],
  ])('%s comes back as it was written', (type, preset: Record<string, string>) => {
    expect(readCommand(commandHref(type, preset))).toEqual({ type, preset });
  });

  it('is told from what else the page is asked', () => {
    expect(readCommand('?lane=office&kind=report')).toBeNull();
    expect(readCommand('?kind=report&do=reply&do.kind=first')).toEqual({
      type: 'reply',
      preset: { kind: 'first' },
    });
  });

  it('is taken out once it was carried out, and only that', () => {
    expect(withoutCommand('?kind=report&do=reply&do.kind=first')).toBe('?kind=report');
    expect(withoutCommand('?do=close')).toBe('');
  });
});

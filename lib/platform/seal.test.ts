import { describe, expect, it } from 'vitest';
import { createKey, openText, SealError, sealText, unwrapKey, wrapKey } from './seal';

const key = createKey();
const text = { reason: '家长来电反映', lines: ['一', '二'], empty: '' };

describe('seal', () => {
  it('opens what it sealed, in the same context', () => {
    expect(openText(key, sealText(key, text, 'incident:a'), 'incident:a')).toEqual(text);
    expect(openText(key, sealText(key, ''))).toBe('');
  });

  it('shows nothing of the text and never repeats itself', () => {
    const sealed = sealText(key, text);
    expect(Buffer.from(sealed, 'base64').includes('家长')).toBe(false);
    expect(sealText(key, text)).not.toBe(sealed);
  });

  it('lays out iv(12)|tag(16)|ciphertext', () => {
    expect(Buffer.from(sealText(key, { a: 1 }), 'base64')).toHaveLength(12 + 16 + '{"a":1}'.length);
  });

  it('does not open when moved to another incident, or with another key', () => {
    const sealed = sealText(key, text, 'incident:a');
    expect(() => openText(key, sealed, 'incident:b')).toThrow(SealError);
    expect(() => openText(createKey(), sealed, 'incident:a')).toThrow(SealError);
  });

  it.each([0, 12, 28, -1])('does not open when byte %i is changed', (position) => {
    const bytes = Buffer.from(sealText(key, text), 'base64');
    const index = position < 0 ? bytes.length + position : position;
    bytes.writeUInt8(bytes.readUInt8(index) ^ 1, index);
    expect(() => openText(key, bytes.toString('base64'))).toThrow(SealError);
  });

  it.each(['', 'AAAA', 'not base64 at all', `${'A'.repeat(40)}!`])(
    'refuses damaged %j',
    (sealed) => {
      expect(() => openText(key, sealed)).toThrow(SealError);
    },
  );

  it('wraps a key under the master key, bound to its stream', () => {
    const master = createKey();
    const wrapped = wrapKey(master, key, 'incident:a');
    expect(unwrapKey(master, wrapped, 'incident:a')).toEqual(key);
    expect(() => unwrapKey(master, wrapped, 'incident:b')).toThrow(SealError);
    expect(() => unwrapKey(createKey(), wrapped, 'incident:a')).toThrow(SealError);
    expect(() => wrapKey(master, Buffer.alloc(16))).toThrow(SealError);
  });

  it('keeps texts and keys apart: one never opens as the other', () => {
    const master = createKey();
    expect(() => openText(master, wrapKey(master, key))).toThrow(SealError);
  });
});

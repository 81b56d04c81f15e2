import { describe, expect, it } from 'vitest';
import { capturedText } from './form-input';

const field = (name: string, kind: 'text' | 'textarea' | 'wording' | 'select', when?: object) =>
  ({ name, kind, ...(when ? { when } : {}) }) as Parameters<typeof capturedText>[0][number];

describe('what of a form is masked before it is saved', () => {
  const fields = [
    field('reason', 'textarea'),
    field('contact', 'text', { field: 'way', is: ['phone'] }),
    field('way', 'select'),
    field('body', 'wording'),
    field('signatory', 'text'),
    field('author', 'text'),
  ];

  it('is what was typed into its fields, one after the other', () => {
    const values = { reason: '家长来电', contact: '13812345678', way: 'phone' };
    expect(capturedText(fields, values)).toBe('家长来电\n13812345678');
  });

  it('is neither a choice, nor the institution’s own text and name, nor a poster’s name', () => {
    const values = {
      way: 'letter',
      body: '咨询电话 13812345678',
      signatory: '示范局',
      author: '甲',
    };
    expect(capturedText(fields, values)).toBe('');
  });

  it('leaves out what is not sent', () => {
    expect(capturedText(fields, { contact: '13812345678', way: 'letter' })).toBe('');
  });
});

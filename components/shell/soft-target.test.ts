import { describe, expect, it } from 'vitest';
import { softTarget } from './soft-target';

const click = {
  button: 0,
  defaultPrevented: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
};
const at = (href: string) => {
  const { origin, pathname, search, hash } = new URL(href, 'https://huiying.example');
  return { origin, pathname, search, hash, target: '' };
};
const here = at('/incidents?open=true');

describe('links followed without loading the page', () => {
  it('leads to the path with its query and section', () => {
    expect(softTarget(click, at('/incidents/1?a=b#reports'), here)).toBe(
      '/incidents/1?a=b#reports',
    );
    expect(softTarget(click, at('/incidents?open=true'), here)).toBe('/incidents?open=true');
  });

  it.each(['altKey', 'ctrlKey', 'metaKey', 'shiftKey', 'defaultPrevented'])(
    'leaves a click with %s to the browser',
    (name) => expect(softTarget({ ...click, [name]: true }, at('/'), here)).toBeNull(),
  );

  it('leaves other buttons, frames, sites and sections of this page to it', () => {
    expect(softTarget({ ...click, button: 1 }, at('/'), here)).toBeNull();
    expect(softTarget(click, { ...at('/'), target: '_blank' }, here)).toBeNull();
    expect(softTarget(click, at('https://elsewhere.example/'), here)).toBeNull();
    expect(softTarget(click, at('/incidents?open=true#top'), here)).toBeNull();
  });
});

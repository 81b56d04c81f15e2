import { expect, it } from 'vitest';
import { isSameOrigin } from './same-origin';

it.each([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://h.cn', host: 'h.cn' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ origin: 'https://h.cn', host: 'h.cn' }, true],
  [{ origin: 'https://h.cn', host: '10.0.0.1:3000', 'x-forwarded-host': 'h.cn' }, true],
  [{ origin: 'https://evil.cn', host: 'h.cn' }, false],
  [{ origin: 'null', host: 'h.cn' }, false],
  [{ host: 'h.cn' }, false],
])('%j: %s', (headers, expected) => {
  expect(isSameOrigin(new Headers(headers as HeadersInit))).toBe(expected);
});

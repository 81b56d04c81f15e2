import { expect, it } from 'vitest';
import { readRefusal } from './auth-client';

it.each([
  ['http://x/', { ok: true }],
  ['http://x/api/auth/error?error=CredentialsSignin', { ok: false, reason: 'wrong' }],
  ['http://x/api/auth/error?error=locked%3A15', { ok: false, reason: 'locked', minutes: 15 }],
  ['/sign-in?error=totp_required', { ok: false, reason: 'code' }],
])('%s', (url, result) => {
  expect(readRefusal(url)).toEqual(result);
});

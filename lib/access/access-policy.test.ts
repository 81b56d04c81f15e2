import { describe, expect, it } from 'vitest';
import { homeHref } from './home';
import { lockMinutes, minutesLocked } from './lockout';
import { passwordFault } from './password-policy';
import { ROLES, rolesCombine } from './roles';
import { needsTouch, sessionHolds } from './session-policy';

describe('passwords', () => {
  it.each([
    ['short', 'too_short'],
    ['Password123', 'too_common'],
    ['1234567890', 'too_common'],
    ['aaaaaaaaaaaa', 'too_common'],
    ['zhangsan-1949', 'contains_username'],
    ['x'.repeat(201), 'too_long'],
    ['正确的马电池钉书针好', null],
    ['huiying-demo', null],
    ['four random words', null],
  ])('%s → %s', (password, fault) => {
    expect(passwordFault(password, 'zhangsan')).toBe(fault);
  });
});

describe('locks', () => {
  it('begins at the fifth failure, doubles, ends at a day', () => {
    expect([4, 5, 6, 7, 8].map(lockMinutes)).toEqual([0, 15, 30, 60, 120]);
    expect([11, 12, 13, 5000].map(lockMinutes)).toEqual([960, 1440, 1440, 1440]);
  });

  it('rounds what remains up', () => {
    expect(minutesLocked(null, 0)).toBe(0);
    expect(minutesLocked(new Date(60_001), 0)).toBe(2);
    expect(minutesLocked(new Date(1000), 1000)).toBe(0);
  });
});

describe('sessions', () => {
  const at = (minutes: number) => new Date(minutes * 60_000);
  const session = { lastSeenAt: at(0), expiresAt: at(720), revokedAt: null };

  it('ends after half an hour without a request, after its absolute end, and when revoked', () => {
    expect(sessionHolds(session, at(30).getTime() - 1)).toBe(true);
    expect(sessionHolds(session, at(30).getTime())).toBe(false);
    expect(sessionHolds({ ...session, lastSeenAt: at(719) }, at(720).getTime())).toBe(false);
    expect(sessionHolds({ ...session, revokedAt: at(1) }, at(2).getTime())).toBe(false);
  });

  it('is touched once a minute', () => {
    expect(needsTouch(session, 59_999)).toBe(false);
    expect(needsTouch(session, 60_000)).toBe(true);
  });
});

describe('three administrators', () => {
  it('stand alone', () => {
    for (const admin of ['sysadmin', 'secadmin', 'audit_admin'] as const) {
      expect(rolesCombine([admin])).toBe(true);
      for (const other of ROLES) {
        if (other !== admin) expect(rolesCombine([admin, other])).toBe(false);
      }
    }
    expect(rolesCombine(['office', 'handler'])).toBe(true);
  });

  it('start where they may be', () => {
    expect(homeHref(['audit_admin'])).toBe('/audit');
    expect(homeHref(['secadmin'])).toBe('/admin');
    expect(homeHref(['leader'])).toBe('/');
  });
});

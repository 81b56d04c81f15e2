import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '@/lib/access/roles';
import { seedCalendar } from '@/lib/calendar/server/seed';
import { presets } from '@/lib/plan/presets';
import { reviewPlan } from '@/lib/plan/review';
import { whole } from '@/tests/support/plan-conformance';

/** An institution in which every role is held by three people. */
const staffed = (orgKind: string) => ({
  holders: Object.fromEntries(ROLES.map((role) => [role, 3])) as Record<Role, number>,
  groupVoters: 5,
  orgKind,
  calendar: seedCalendar(),
});
const errors = (key: string, orgKind: string) =>
  reviewPlan(whole(key), staffed(orgKind)).filter((one) => one.severity === 'error');

describe('a preset adopted as it is, in an institution with somebody in every role', () => {
  it.each([...presets.keys()])(
    '%s: nothing is wrong but chains the source does not name',
    (key) => {
      const wrong = errors(key, 'school').filter((one) => one.code !== 'no_chain');
      expect(wrong.map((one) => `${one.code} ${one.path}`)).toEqual([]);
    },
  );

  it.each(['p02', 'p08', 'p14', 'p21', 'p26'])(
    '%s names every chain and can be published',
    (key) => {
      expect(errors(key, 'school')).toEqual([]);
    },
  );

  it.each(['p01', 'p03', 'p04', 'p06', 'p09', 'p13', 'p17', 'p18', 'p19', 'p20'])(
    '%s names no chain for everything: the one who adopts it is told, none is made up',
    (key) => {
      expect(errors(key, 'school').map((one) => one.code)).toContain('no_chain');
    },
  );
});

describe('norms at adoption', () => {
  it('P14 for a government unit: 24 h are softer than 5 h', () => {
    const softer = reviewPlan(whole('p14'), staffed('bureau')).filter(
      (one) => one.code === 'softer_than_norm',
    );
    expect(softer.map((one) => one.path).join()).toContain('first_publication');
    expect(JSON.stringify(softer)).toContain('国办发〔2016〕80号');
  });

  it('P21 for a government unit: 12 h are softer than 5 h', () => {
    const softer = reviewPlan(whole('p21'), staffed('bureau')).filter(
      (one) => one.code === 'softer_than_norm',
    );
    expect(softer.map((one) => one.path).join()).toContain('positive_reply');
  });

  it('a school hears of no norm', () => {
    const codes = reviewPlan(whole('p14'), staffed('school')).map((one) => one.code);
    expect(codes).not.toContain('softer_than_norm');
  });
});

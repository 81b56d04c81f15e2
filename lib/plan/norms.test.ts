import { describe, expect, it } from 'vitest';
import { seedCalendar } from '@/lib/calendar/server';
import { dutyDue } from './due';
import { GOVERNMENT_NORMS } from './norms';
import { dutiesFor, situationOf } from './obligations';
import { presets } from './presets';
import { planSchema, type ResponsePlan } from './schema';

const p26 = presets.get('p26') as ResponsePlan;
const government = planSchema.parse({ ...p26, norms: GOVERNMENT_NORMS });
const nothing = {
  opinionGrade: 'serious',
  provisionalGrade: null,
  suggestedGrade: null,
  proposedGrade: null,
  eventGrade: null as string | null,
  category: null,
  scales: {},
};
const duties = (plan: ResponsePlan, eventGrade: string | null) =>
  dutiesFor(plan, situationOf(plan, { ...nothing, eventGrade }));
const DISCOVERED = '2026-11-20T14:40:00.000Z';

describe('norms above the plan', () => {
  it('a plan without norms owes what it owes', () => {
    expect(duties(p26, 'serious').every((duty) => duty.sharpenedBy.length === 0)).toBe(true);
  });

  it('with a serious event the 5 h join the 24 h of the plan, and a conference is owed', () => {
    const owed = duties(government, 'serious');
    const telling = owed.find((duty) => duty.rule.rule === 'first_publication');
    expect(telling?.sharpenedBy.map((rule) => rule.rule)).toEqual(['norm_80_information']);
    const conference = owed.filter((duty) => duty.rule.key === 'press_conference');
    expect(conference.map((duty) => duty.rule.rule)).toEqual(['norm_80_conference']);
    expect(conference[0]?.sharpenedBy.map((rule) => rule.rule)).toEqual(['norm_61_conference']);
    expect(owed.some((duty) => duty.rule.rule === 'norm_61_response')).toBe(false);
  });

  it('without one the 48 h of the other norm stand behind the plan’s 24 h', () => {
    const telling = duties(government, null).find((duty) => duty.rule.rule === 'first_publication');
    expect(telling?.sharpenedBy.map((rule) => rule.rule)).toEqual(['norm_61_response']);
  });

  it('the earlier time decides and both are named', () => {
    const duty = duties(government, 'serious').find((one) => one.rule.rule === 'first_publication');
    if (!duty) throw new Error('not owed');
    const due = dutyDue(duty, DISCOVERED, () => DISCOVERED, seedCalendar(), government.norms);
    expect(due.dueAt).toBe('2026-11-20T19:40:00.000Z');
    expect(due.decidedBy.rule).toBe('norm_80_information');
    const compared = due.explanation.flatMap((step) =>
      step.code === 'compared'
        ? [[step.params.source.zh, step.params.at, step.params.decides]]
        : [],
    );
    expect(compared).toEqual([
      ['本单位预案', '2026-11-21T14:40:00.000Z', false],
      ['国办发〔2016〕80号', '2026-11-20T19:40:00.000Z', true],
    ]);
  });

  it('an event known before its discovery runs from the event', () => {
    const duty = duties(government, 'serious').find((one) => one.rule.rule === 'first_publication');
    if (!duty) throw new Error('not owed');
    const occurred = '2026-11-20T12:00:00.000Z';
    const due = dutyDue(duty, DISCOVERED, () => occurred, seedCalendar(), government.norms);
    expect(due.dueAt).toBe('2026-11-20T17:00:00.000Z');
  });
});

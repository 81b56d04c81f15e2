import { describe, expect, it } from 'vitest';
import { type ChainCase, chainCases } from '@/tests/support/chain-cases';
import type { PersonName } from '@/tests/support/incident-world';

/** Runs through every chain of every preset, with every refusal that it must give. */
describe.each(chainCases())('%s', (_name, open) => {
  const at = () => open();
  /** Somebody the open step does not wait for. */
  const outsiderOf = (one: ChainCase): PersonName =>
    (['officer', 'auditor'] as const).find((name) => !one.candidates().includes(name)) ?? 'monitor';

  it('is signed step by step to the end, each step by other people', () => {
    const one = at();
    const signers: PersonName[] = [];
    while (one.step()) signers.push(...one.passStep());
    expect(one.world.last('wordings').state).toBe('approved');
    expect(new Set(signers).size).toBe(signers.length);
    expect(one.steps().every((step) => step.state === 'approved')).toBe(true);
  });

  it('refuses its drafter and whoever the step does not wait for, at every step', () => {
    const one = at();
    for (; one.step(); one.passStep()) {
      expect(one.refusal('office')).toBe('drafter_may_not_approve');
      expect(one.refusal(outsiderOf(one))).toBe('not_your_step');
      expect(one.candidates()).not.toContain('office');
    }
  });

  it('refuses whoever has signed, at the same step and at every later one', () => {
    const one = at();
    const signed: PersonName[] = [];
    while (one.step()) {
      const next = one.candidates()[0] as PersonName;
      one.sign(next);
      signed.push(next);
      const why = one.step() ? 'already_approved_step' : 'approval_not_running';
      for (const name of signed) expect(one.refusal(name)).toBe(why);
    }
  });

  it('stays open while the quorum is short', () => {
    const one = at();
    while (one.step()) {
      const step = one.step();
      for (const name of one.signersNeeded().slice(0, -1)) {
        one.sign(name);
        expect(one.step()?.id).toBe(step?.id);
      }
      one.passStep();
      expect(one.step()?.id).not.toBe(step?.id);
    }
  });

  it('an edit in the middle voids every signature; the stale page signs nothing', () => {
    const one = at();
    const stale = one.seen();
    const first = one.signersNeeded()[0] as PersonName;
    if (one.steps().length > 1 || one.signersNeeded().length > 1) one.sign(first);
    one.world.do('office', 'reviseWording', { wordingId: stale.wordingId, body: '改了一个数字' });
    expect(one.world.last('approvalRuns').state).toBe('voided');
    expect(one.world.refusal(first, 'approve', stale)).toBe('content_changed');
    const ticked = one.world.itemsToTick();
    one.world.do('office', 'submitWording', { wordingId: stale.wordingId, ticked });
    expect(one.refusal(first, stale)).toBe('content_changed');
    while (one.step()) one.passStep();
    expect(one.world.last('wordings').state).toBe('approved');
  });

  it('two at once: who comes second signs nothing, neither at this step nor at the next', () => {
    const one = at();
    while (one.step()) {
      const before = { ...one.seen(), stepId: one.step()?.id ?? '' };
      const waitedFor = one.candidates();
      const signed = one.passStep();
      const next = one.step() ? one.candidates() : [];
      const why = one.step() ? 'not_your_step' : 'approval_not_running';
      const late = waitedFor.filter((name) => !signed.includes(name));
      for (const name of [...late, ...next]) expect(one.refusal(name, before)).toBe(why);
    }
  });

  it('a delegate signs where a step may be signed for somebody, and not once it has expired', () => {
    const one = at();
    while (one.step()) {
      const step = one.step();
      const [principal, delegate] = [one.candidates()[0], one.spare()];
      if (!step || !principal || !delegate) throw new Error('nobody to stand in');
      const isPersonal = step.role === 'group' || step.mode === 'quorum';
      one.delegate(principal, delegate, { ended: true });
      expect(one.refusal(delegate)).toBe(isPersonal ? 'not_your_step' : 'delegation_ended');
      one.delegate(principal, delegate, { ended: false });
      expect(one.refusal(delegate)).toBe(isPersonal ? 'not_your_step' : null);
      if (one.step()?.id === step.id) one.passStep();
    }
    expect(one.world.last('wordings').state).toBe('approved');
  });

  it('goes back from every step to every earlier one, and comes to its end again', () => {
    const one = at();
    for (let from = 1; from < one.steps().length; from += 1) {
      for (let to = 0; to < from; to += 1) {
        while ((one.step()?.position ?? from) < from) one.passStep();
        const returner = one.candidates()[0] as PersonName;
        const toStepId = one.steps()[to]?.id ?? null;
        one.world.do(returner, 'returnWording', { ...one.seen(), reason: '请再核', toStepId });
        expect(one.step()).toMatchObject({ id: toStepId, state: 'open' });
        const counting = one.world.current.approvalDecisions.filter((each) => !each.voidedAt);
        const signedAt = one.steps().filter((step) => counting.some((x) => x.stepId === step.id));
        expect(signedAt.map((step) => step.position)).toEqual([...Array(to).keys()]);
      }
    }
    while (one.step()) one.passStep();
    expect(one.world.last('wordings').state).toBe('approved');
  });
});

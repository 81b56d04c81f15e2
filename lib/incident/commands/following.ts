import { z } from 'zod';
import { calmFinding } from '@/lib/followup/calm';
import { command, whileOpen } from '../definition';
import { optionalId, optionalInstant, optionalText, text } from '../input';
import { refuseIfRecused } from './duties';
import { checkMoment } from './reporting';

const count = z
  .int()
  .min(0)
  .max(10_000_000_000)
  .nullish()
  .transform((value) => value ?? null);

export const recordSample = command({
  input: z.strictObject({
    mentionId: optionalId,
    sampledAt: optionalInstant,
    items: count,
    views: count,
    reposts: count,
    comments: count,
    likes: count,
    /** False: the post can no longer be seen. Such samples stay on record and never prove calm. */
    isVisible: z.boolean().default(true),
    note: optionalText(500),
  }),
  offered: whileOpen,
  decide(decision, { mentionId, sampledAt, note, ...numbers }) {
    if (mentionId) decision.find('mentions', mentionId);
    decision.emit('sample.recorded', {
      id: decision.newId(),
      mentionId,
      sampledAt: checkMoment(decision, sampledAt),
      ...numbers,
      recordedBy: decision.me,
      text: { note },
    });
  },
});

/** A person confirms calm; the counts must bear it out over the plan's watch window. */
export const confirmCalm = command({
  input: z.strictObject({
    handled: z.literal(true),
    mediaGone: z.literal(true),
    moodCalm: z.literal(true),
    note: text(2000),
  }),
  offered: (state) => state.incident.stage === 'following' && state.incident.calmAt === null,
  decide(decision, { note }) {
    const { incident, state, now, context } = decision;
    decision.refuseIf(incident.calmAt !== null, 'already_decided');
    decision.refuseIf(incident.stage !== 'following', 'wrong_stage', { stage: incident.stage });
    refuseIfRecused(decision);
    const finding = calmFinding(context.plan.calm, state.samples, now);
    decision.refuseIf(!finding.isFlat, 'calm_test_open', { reason: finding.reason });
    decision.emit('calm.confirmed', { calmAt: now, calmBy: decision.me, text: { calmNote: note } });
  },
});

export const confirmResolved = command({
  input: z.strictObject({ note: optionalText(2000) }),
  offered: (state) => whileOpen(state) && state.incident.resolvedAt === null,
  decide(decision, { note }) {
    decision.refuseIf(decision.incident.resolvedAt !== null, 'already_decided');
    refuseIfRecused(decision);
    if (note) {
      decision.emit('note.added', {
        id: decision.newId(),
        kind: 'note',
        correctsSeq: null,
        writtenBy: decision.me,
        writtenAt: decision.now,
        text: { content: note },
      });
    }
    decision.emit('incident.resolved', { resolvedAt: decision.now, resolvedBy: decision.me });
  },
});

import { z } from 'zod';
import type { Decision } from '../decision';
import { command, whileOpen } from '../definition';
import { id, instant, optionalId, optionalInstant, text } from '../input';
import { requireUnit } from './duties';
import { requireAhead } from './speaking-rules';

/**
 * 网下处置: what has been done about the matter itself. `plannedId` names the planned measure it was;
 * that row then says when it was taken.
 */
export const recordMeasure = command({
  input: z.strictObject({
    content: text(5000),
    unitId: optionalId,
    takenAt: optionalInstant,
    plannedId: optionalId,
  }),
  offered: whileOpen,
  decide(decision, { content, unitId, takenAt, plannedId }) {
    const moment = takenAt ?? decision.now;
    decision.refuseIf(moment > decision.now, 'instant_in_future');
    if (unitId) requireUnit(decision, unitId);
    if (plannedId) requirePlanned(decision, plannedId);
    decision.emit('measure.recorded', {
      id: plannedId ?? decision.newId(),
      unitId,
      takenAt: moment,
      recordedBy: decision.me,
      recordedAt: decision.now,
      text: { content },
    });
  },
});

function requirePlanned(decision: Decision, measureId: string): void {
  const measure = decision.find('measures', measureId);
  decision.refuseIf(measure.takenAt !== null, 'already_decided');
}

/** A measure that is to be taken by a date; it is no measure taken until it is recorded as such. */
export const planMeasure = command({
  input: z.strictObject({ content: text(5000), unitId: optionalId, dueAt: instant }),
  offered: whileOpen,
  decide(decision, { content, unitId, dueAt }) {
    requireAhead(decision, dueAt, decision.now);
    if (unitId) requireUnit(decision, unitId);
    decision.emit('measure.planned', {
      id: decision.newId(),
      unitId,
      takenAt: null,
      dueAt,
      plannedBy: decision.me,
      plannedAt: decision.now,
      recordedBy: decision.me,
      recordedAt: decision.now,
      text: { content },
    });
  },
});

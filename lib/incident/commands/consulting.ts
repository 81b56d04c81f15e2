import { z } from 'zod';
import { command, whileOpen } from '../definition';
import { optionalInstant, optionalText, text } from '../input';
import { CONSULTATION_MEDIA } from '../keys';
import { checkMoment } from './reporting';

/** 会商: who met, also by phone, and what was decided. Recorded once; what follows is a new one. */
export const recordConsultation = command({
  input: z.strictObject({
    heldAt: optionalInstant,
    medium: z.enum(CONSULTATION_MEDIA).default('meeting'),
    attendees: text(1000),
    decisions: text(10_000),
    minutesNumber: optionalText(120),
  }),
  offered: whileOpen,
  decide(decision, { heldAt, medium, attendees, decisions, minutesNumber }) {
    decision.emit('consultation.held', {
      id: decision.newId(),
      heldAt: checkMoment(decision, heldAt),
      medium,
      recordedBy: decision.me,
      recordedAt: decision.now,
      text: { attendees, decisions, minutesNumber },
    });
  },
});

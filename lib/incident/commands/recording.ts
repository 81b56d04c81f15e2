import { z } from 'zod';
import type { Decision } from '../decision';
import { command, whileOpen } from '../definition';
import { flags, id, optionalId, optionalInstant, optionalText, ordinal, text } from '../input';
import { namedUnit, refuseIfFuture } from './duties';

export const note = command({
  input: z.strictObject({ content: text(5000) }),
  offered: () => true,
  decide: (decision, { content }) => addNote(decision, content),
});

/** Puts a person's words on the timeline. */
export function addNote(decision: Decision, content: string): void {
  decision.emit('note.added', {
    id: decision.newId(),
    kind: 'note',
    correctsSeq: null,
    writtenBy: decision.me,
    writtenAt: decision.now,
    text: { content },
  });
}

/** Corrections append: the wrong line stays, the right one stands beside it with its reason. */
export const correct = command({
  input: z.strictObject({
    reason: text(1000),
    correctsSeq: ordinal.nullish().transform((value) => value ?? null),
    title: optionalText(200),
    summary: optionalText(5000),
    demand: optionalText(500),
    unitId: optionalId,
    unit: optionalText(120),
    flags: flags.nullish(),
    discoveredAt: optionalInstant,
    knownAt: optionalInstant,
    eventOccurredAt: optionalInstant,
    opinionOccurredAt: optionalInstant,
  }),
  offered: whileOpen,
  decide(decision, input) {
    const { incident, now } = decision;
    const { discoveredAt, correctsSeq } = input;
    decision.refuseIf(discoveredAt !== null && discoveredAt > now, 'discovery_in_future');
    refuseIfFuture(decision, [input.knownAt, input.eventOccurredAt, input.opinionOccurredAt]);
    const unit = namedUnit(decision, input);
    const noSuchLine = correctsSeq !== null && correctsSeq > incident.version;
    decision.refuseIf(noSuchLine, 'unknown_target', { collection: 'events', id: correctsSeq ?? 0 });
    const wanted = {
      title: input.title,
      summary: input.summary,
      demand: input.demand,
      unitName: unit.name,
    };
    decision.emit('note.added', {
      id: decision.newId(),
      kind: 'correction',
      correctsSeq,
      writtenBy: decision.me,
      writtenAt: now,
      text: { content: input.reason },
    });
    const { flags: flagged, eventOccurredAt, opinionOccurredAt } = input;
    // What starts a clock never becomes later: late logging must not reset it.
    const known = incident.knownAt ?? incident.discoveredAt;
    const knownAt = input.knownAt && input.knownAt < known ? input.knownAt : null;
    const discovered = discoveredAt && discoveredAt < incident.discoveredAt ? discoveredAt : null;
    decision.emit('incident.corrected', {
      ...given({ unitId: unit.id, knownAt, eventOccurredAt, opinionOccurredAt }),
      ...given({ flags: flagged ?? null }),
      ...given({ discoveredAt: discovered }),
      text: given(wanted),
    });
  },
});

/** Only the fields that were filled in. */
function given<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
}

/** A stored file joins the record; the same content is kept once. */
export const attachEvidence = command({
  input: z.strictObject({
    evidenceId: id,
    fileName: text(200),
    mediaType: text(100),
    sizeBytes: z.int().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    storageKey: text(200),
    about: optionalText(200),
  }),
  offered: () => false,
  isInternal: true,
  decide(decision, { evidenceId, fileName, about, ...file }) {
    const isKnown = decision.state.evidence.some((one) => one.sha256 === file.sha256);
    decision.refuseIf(isKnown, 'already_exists');
    decision.emit('evidence.attached', {
      id: evidenceId,
      ...file,
      attachedBy: decision.me,
      attachedAt: decision.now,
      text: { fileName, about },
    });
  },
});

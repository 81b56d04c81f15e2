import { markedField } from '@/lib/guard/classification';
import { type Command, commands } from './commands';
import type { DecideContext } from './context';
import { type DecidedEvent, Decision } from './decision';
import type { CommandDefinition } from './definition';
import { flagTexts } from './flagging';
import type { IncidentState } from './model';
import { endLapsedPauses } from './pausing';
import { Refusal } from './refusal';
import { settle } from './settle';

export type DecideResult =
  | { ok: true; events: DecidedEvent[]; state: IncidentState }
  | { ok: false; refusal: Refusal };

/** Commands that stay open after an incident has ended. */
const AFTER_THE_END: readonly Command['type'][] = [
  'note',
  'reportMatter',
  'countersignMatter',
  'attachEvidence',
  'completeCorrectiveAction',
  'reopen',
  'archive',
  'acknowledgeReport',
  'countersignPlatformNotice',
  'recordNoticeAnswer',
  'placeHold',
  'liftHold',
  'eraseAuthors',
  'countersignActing',
  'handOverAccountability',
  'answerAccountability',
  'keepPromise',
  'countersignConsent',
  'denyConsent',
  'settleDenial',
];

/** Commands an incident begins with. */
const FIRST: readonly Command['type'][] = ['log', 'logAndReport'];

const ENDED = ['closed', 'archived', 'dismissed'];

/**
 * Decides one command: the events it leads to, those that follow by themselves (time limits,
 * stages) included, and the state after them; or a refusal that changes nothing. Pure: clock and
 * ids come from the context. `input` must have passed the command's schema.
 */
export function decide(
  state: IncidentState | null,
  command: Command,
  context: DecideContext,
): DecideResult {
  const decision = new Decision(state, context);
  const definition = commands[command.type] as CommandDefinition;
  try {
    if (!state && !FIRST.includes(command.type)) throw new Refusal('unknown_target');
    if (state && ENDED.includes(state.incident.stage) && !AFTER_THE_END.includes(command.type)) {
      throw new Refusal('incident_ended', { stage: state.incident.stage });
    }
    const marked = markedField(command.input);
    if (marked) throw new Refusal('classification_mark', marked);
    if (state) endLapsedPauses(decision);
    definition.decide(decision, command.input);
    flagTexts(decision);
    settle(decision, state);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error };
    throw error;
  }
  return { ok: true, events: decision.events, state: decision.state };
}

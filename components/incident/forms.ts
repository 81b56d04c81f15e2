import { COMMAND_TYPES, type CommandType } from '@/lib/incident/commands';
import type { CommandForm, FormCommand } from './form-types';
import { earlyForms } from './forms-early';
import { lateForms } from './forms-late';
import { middleForms } from './forms-middle';

/** Commands without a form here: they have pages or doors of their own. */
export const FORMLESS: readonly CommandType[] = [
  'log',
  'logAndReport',
  'fireDeadline',
  'adoptCalendar',
  'attachEvidence',
];

/** What each command asks for, as data; one generic form draws them all. */
export const forms = {
  ...earlyForms,
  ...middleForms,
  ...lateForms,
} satisfies Record<FormCommand, CommandForm>;

export const hasForm = (type: CommandType): type is FormCommand => !FORMLESS.includes(type);

export const FORM_COMMANDS: readonly FormCommand[] = COMMAND_TYPES.filter(hasForm);

export const formOf = (type: FormCommand): CommandForm => forms[type];

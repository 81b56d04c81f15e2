import { COMMAND_TYPES, type CommandType } from '@/lib/incident/commands';
import type { ResponsePlan } from '@/lib/plan/schema';
import type { CommandForm, FormCommand, PlannedForm } from './form-types';
import { earlyForms } from './forms-early';
import { guardForms } from './forms-guards';
import { lateForms } from './forms-late';
import { middleForms } from './forms-middle';
import { speakingForms } from './forms-speaking';
import { planned } from './plan-fields';

/** Commands without a form here: they have pages or doors of their own. */
export const FORMLESS: readonly CommandType[] = [
  'log',
  'logAndReport',
  'fireDeadline',
  'recordUndelivered',
  'adoptCalendar',
  'attachEvidence',
  'eraseAuthors',
];

/** What each command asks for, as data; one generic form draws them all. */
export const forms = {
  ...earlyForms,
  ...middleForms,
  ...speakingForms,
  ...lateForms,
  ...guardForms,
} satisfies Record<FormCommand, CommandForm>;

export const hasForm = (type: CommandType): type is FormCommand => !FORMLESS.includes(type);

export const FORM_COMMANDS: readonly FormCommand[] = COMMAND_TYPES.filter(hasForm);

/** A command's form for an incident on this plan. */
export const formFor = (type: FormCommand, plan: ResponsePlan): PlannedForm =>
  planned(forms[type], plan);

/** Why something about a duty task was not done. Codes are stable; sentences stand in the messages. */
export const SHIFT_REFUSALS = [
  'task_closed',
  'task_not_open_yet',
  'task_not_yours',
  'handover_same_person',
  'handover_unsigned',
  'sheet_changed',
  'source_name_taken',
  'classification_mark',
] as const;
export type ShiftRefusalCode = (typeof SHIFT_REFUSALS)[number];

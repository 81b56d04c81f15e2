/** The six stages in order. */
export const railStages = [
  'detected',
  'reported',
  'graded',
  'responding',
  'following',
  'reviewing',
] as const;

export type RailStage = (typeof railStages)[number];

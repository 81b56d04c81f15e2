/** Fields that replies recorded before there were kinds of promises do not have. */
export const SINCE_PROMISES = {
  promiseKind: null,
  keepsId: null,
  callBackTries: null,
  callBackResult: null,
  calledBackBy: null,
  calledBackAt: null,
} as const;

/** The same of notes written before an objection said which step it is against. */
export const SINCE_OBJECTIONS = { stepId: null } as const;

/** The same of publications recorded before facts came out in stages. */
export const SINCE_STAGES = { continuesId: null, copyId: null } as const;

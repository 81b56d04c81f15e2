import { z } from 'zod';
import { command, whileOpen } from '../definition';
import { activate, activateInput, assign, assignInput } from './assigning';
import { assess, assessInput } from './grading';
import { log, logInput } from './intake';
import { reportInput, sendReport } from './reporting';

/** 记下并报告: one form, two acts, each an event of its own. */
export const logAndReport = command({
  input: z.strictObject({ incident: logInput, report: reportInput }),
  offered: () => false,
  decide(decision, { incident, report }) {
    log.decide(decision, incident);
    sendReport.decide(decision, { ...report, kind: 'initial' });
  },
});

/**
 * 呈批: assessment with proposed grade, activation and assignment on one sheet. Where the plan has
 * levels one of them is proposed.
 */
export const present = command({
  input: z.strictObject({
    assessment: assessInput,
    activation: activateInput.nullish(),
    assignment: assignInput.nullish(),
  }),
  offered: (state) => whileOpen(state) && state.incident.opinionGrade === null,
  decide(decision, { assessment, activation, assignment }) {
    const graded = decision.context.plan.levels.length > 0;
    decision.refuseIf(graded && !assessment.proposedGrade, 'grade_needed', {
      field: 'assessment.proposedGrade',
    });
    assess.decide(decision, assessment);
    if (activation) activate.decide(decision, activation);
    if (assignment) assign.decide(decision, assignment);
  },
});

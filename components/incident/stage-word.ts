type Translate = (key: string) => string;

/**
 * A stage in words; where the plan knows no grades, the third is reached by an assessment.
 *
 * @param words translator of `words`
 */
export const stageWord = (words: Translate, stage: string, hasLevels: boolean): string =>
  words(stage === 'graded' && !hasLevels ? 'assessed' : `stage.${stage}`);

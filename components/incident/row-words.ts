import { useLocale, useTranslations } from 'next-intl';
import { fill } from '@/lib/i18n/fill';
import type { PlanNames } from '@/lib/plan/names';
import { rankOf } from '../ui/grade-badge';
import type { GradeView } from '../ui/grade-tag';
import type { StageView } from '../ui/stage-dots';
import { type RailStage, railStages } from '../ui/stages';
import type { LinkWords } from './incident-link';

/** Calls `make` once per key. */
function once<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const found = made.get(key) ?? make(key);
    made.set(key, found);
    return found;
  };
}

interface Graded {
  opinionGrade: string | null;
  provisionalGrade: string | null;
  plan: PlanNames;
}

/** Words for the lines of a list, each looked up once however long the list. */
export function useRowWords() {
  const t = useTranslations('words');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const ui = useTranslations('ui');
  const list = useTranslations('list');
  const link: LinkWords = { drill: list('drill'), erased: list('erased') };
  const ungraded: GradeView = { rank: null, word: t('ungraded') };
  const unlevelled: GradeView = { rank: null, word: t('unlevelled') };
  const title = t('gradeKind.opinion');
  const provisional = t('provisional');
  // Lines with one grade share one object, so that a long list is sent with its words once.
  const seen = new Map<string, GradeView>();
  const shared = (view: GradeView): GradeView => {
    const key = `${view.rank} ${view.word} ${view.provisional ?? ''}`;
    const found = seen.get(key) ?? view;
    seen.set(key, found);
    return found;
  };
  const graded = (grade: string, plan: PlanNames): GradeView => ({
    rank: plan.levels[grade]?.rank ?? rankOf(grade),
    word: plan.levels[grade]?.label[language] ?? grade,
    title,
  });
  /** The grade in force, else the provisional one, as the incident's plan calls it. */
  const grade = (incident: Graded): GradeView => {
    const { opinionGrade, provisionalGrade, plan } = incident;
    if (!plan.hasLevels) return unlevelled;
    if (opinionGrade !== null) return shared(graded(opinionGrade, plan));
    return provisionalGrade === null
      ? ungraded
      : shared({ ...graded(provisionalGrade, plan), provisional });
  };
  const position: string = ui.raw('stages.position');
  const positioned = (reached: number, name: string) =>
    fill(position, { position: reached, stage: name });
  const staged = (key: string, name: string): StageView => {
    const reached = railStages.indexOf(key as RailStage) + 1;
    const title = reached === 0 ? name : positioned(reached, name);
    return { reached, name, title };
  };
  const named = once((key) => staged(key, t(`stage.${key}`)));
  const assessed = once((key) => staged(key, t('assessed')));
  /** Where there are no grades, the third stage is reached by an assessment. */
  const stage = (key: string, { hasLevels }: PlanNames): StageView =>
    key === 'graded' && !hasLevels ? assessed(key) : named(key);
  return { link, grade, stage };
}

import { useTranslations } from 'next-intl';
import { fill } from '@/lib/i18n/fill';
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

/** Words for the lines of a list, each looked up once however long the list. */
export function useRowWords() {
  const t = useTranslations('words');
  const ui = useTranslations('ui');
  const list = useTranslations('list');
  const link: LinkWords = { drill: list('drill'), erased: list('erased') };
  const ungraded: GradeView = { rank: null, word: t('ungraded') };
  const graded = (grade: string): GradeView => ({
    rank: rankOf(grade),
    word: t.has(`grade.${grade}`) ? t(`grade.${grade}`) : grade,
    title: t('gradeKind.opinion'),
  });
  const decided = once(graded);
  const provisional = once((grade) => ({ ...graded(grade), provisional: t('provisional') }));
  /** The grade in force, else the provisional one. */
  const grade = (incident: { opinionGrade: string | null; provisionalGrade: string | null }) => {
    if (incident.opinionGrade !== null) return decided(incident.opinionGrade);
    return incident.provisionalGrade === null ? ungraded : provisional(incident.provisionalGrade);
  };
  const position: string = ui.raw('stages.position');
  const positioned = (reached: number, name: string) =>
    fill(position, { position: reached, stage: name });
  const stage = once((key): StageView => {
    const name = t(`stage.${key}`);
    const reached = railStages.indexOf(key as RailStage) + 1;
    const title = reached === 0 ? name : positioned(reached, name);
    return { reached, name, title };
  });
  return { link, grade, stage };
}

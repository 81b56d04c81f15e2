import { getLocale, getTranslations } from 'next-intl/server';
import type { Option } from '@/components/ui/inputs';
import { CATEGORIES, GRADES, MEDIA_TIERS } from '@/lib/incident/keys';
import { criterionText, factText } from '@/lib/plan/criterion-text';
import type { Label, ResponsePlan } from '@/lib/plan/schema';
import { trialFields } from '@/lib/plan/trial-fields';

/** The form of a trial: what this plan looks at, in words. */
export interface FieldSet {
  moments: { name: string; label: string }[];
  counts: { name: string; label: string }[];
  /** Questions answered yes, no or not known; `judged.` stands before a person's judgement. */
  questions: { name: string; label: string }[];
  mediaTiers: Option[];
  impacts: Option[];
  grades: Option[];
  gradeNames: Record<string, string>;
  scales: { name: string; label: string; options: Option[] }[];
  eventGrades: Option[];
  categories: Option[];
  difficulties: Option[];
  circumstances: Option[];
}

export async function fieldsFor(plan: ResponsePlan): Promise<FieldSet> {
  const [t, words, locale] = await Promise.all([
    getTranslations('trial'),
    getTranslations('words'),
    getLocale(),
  ]);
  const say = ({ zh, en }: Label) =>
    locale === 'en' ? en.charAt(0).toUpperCase() + en.slice(1) : zh;
  const asked = trialFields(plan);
  const levelOptions = (levels: ResponsePlan['levels']): Option[] =>
    [...levels]
      .sort((a, b) => b.rank - a.rank)
      .map(({ key, label }) => ({ value: key, label: say(label) }));
  return {
    moments: asked.starts.map((name) => ({ name, label: t(`moment.${name}`) })),
    counts: asked.counts.map((name) => ({
      name,
      label: say(factText({ count: name, atLeast: 0 })),
    })),
    questions: [
      ...asked.yesNo.map((name) => ({
        name,
        label: say(criterionText({ is: name, value: true })),
      })),
      ...asked.judged.map(({ key, label }) => ({ name: `judged.${key}`, label: say(label) })),
    ],
    mediaTiers: asked.mediaTier
      ? MEDIA_TIERS.map((value) => ({ value, label: t(`tier.${value}`) }))
      : [],
    impacts: asked.imageImpact
      ? (['small', 'large'] as const).map((value) => ({
          value,
          label: say(criterionText({ imageImpact: value })),
        }))
      : [],
    grades: levelOptions(plan.levels),
    gradeNames: Object.fromEntries(plan.levels.map(({ key, label }) => [key, say(label)])),
    scales: plan.scales.map(({ key, label, levels }) => ({
      name: key,
      label: say(label),
      options: levelOptions(levels),
    })),
    eventGrades: asked.eventGrade
      ? GRADES.map((value) => ({ value, label: words(`grade.${value}`) }))
      : [],
    categories: asked.category
      ? CATEGORIES.map((value) => ({ value, label: words(`category.${value}`) }))
      : [],
    difficulties: asked.difficulty
      ? (['simple', 'hard'] as const).map((value) => ({ value, label: t(`difficulty.${value}`) }))
      : [],
    circumstances: asked.circumstances.map((value) => ({
      value,
      label: t(`circumstance.${value}`),
    })),
  };
}

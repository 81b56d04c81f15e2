import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { AssessmentRow, GradingRow } from '@/lib/incident/model';
import { keptSuggestion } from '@/lib/incident/suggestion';
import { criterionText, factText } from '@/lib/plan/criterion-text';
import { factsInWords } from '@/lib/plan/facts-in-words';
import type { Label } from '@/lib/plan/schema';
import { Entry, EntryList } from './entry';
import { say } from './plan-words';
import type { Making } from './sheet-initial';

/** Every assessment with what the plan's criteria suggested then, from what, and what was missing. */
export function Assessments({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const { view, nameOf, gradeOf } = page;
  const { assessments } = view.state;
  return (
    <EntryList title={t('assessments')} count={assessments.length}>
      {assessments.map((one) => (
        <Entry
          key={one.id}
          title={t('assessment')}
          by={nameOf(one.assessedBy)}
          at={one.assessedAt}
          now={view.now}
          marks={
            <>
              {one.proposedGrade && (
                <Badge>{t('proposes', { grade: gradeOf(one.proposedGrade) ?? '' })}</Badge>
              )}
              {one.worsened && <Badge tone="red">{t('worsened')}</Badge>}
            </>
          }
        >
          {[one.facts, one.spread, one.risks].filter(Boolean).join('\n')}
          <Suggested assessment={one} page={page} />
        </Entry>
      ))}
    </EntryList>
  );
}

function Suggested({ assessment, page }: { assessment: AssessmentRow; page: Making }) {
  const t = useTranslations('incident');
  const { view, locale, gradeOf, scaleOf, hasLevels } = page;
  const kept = keptSuggestion(assessment);
  if (!kept) return null;
  const listed = (labels: readonly Label[]) =>
    [...new Set(labels.map((label) => say(label, locale)))].join(locale === 'en' ? '; ' : '；');
  const { suggestedGrade } = assessment;
  const scales = Object.entries(kept.scales).flatMap(([key, { grade }]) =>
    grade ? [scaleOf(key, grade)] : [],
  );
  const reasons = listed(
    [kept, ...Object.values(kept.scales)].flatMap((one) => one.reasons.map(criterionText)),
  );
  const facts = listed(factsInWords(view.plan.plan, kept.facts));
  const missing = listed(kept.missing.map(factText));
  const suggested = suggestedGrade
    ? t('suggested', { grade: gradeOf(suggestedGrade) ?? '' })
    : t('suggestedNone');
  const lines = [
    hasLevels && suggested,
    ...scales,
    reasons && t('suggestedBecause', { reasons }),
    facts && t('suggestedFrom', { facts }),
    hasLevels && missing && t('suggestedMissing', { facts: missing }),
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return (
    <ul className="mt-1 text-xs">
      {lines.map((line) => (
        <li key={String(line)}>{line}</li>
      ))}
    </ul>
  );
}

/** Every decision about the grade, and whether it followed the suggestion of its time. */
export function Gradings({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const { view, nameOf, gradeOf, scaleOf } = page;
  const { gradings } = view.state;
  return (
    <EntryList title={t('gradings')} count={gradings.length}>
      {gradings.map((one) => (
        <Entry
          key={one.id}
          title={t(`grading.${one.kind}`, {
            grade: gradeOf(one.opinionGrade) ?? one.opinionGrade,
          })}
          by={nameOf(one.decidedBy)}
          at={one.decidedAt}
          now={view.now}
          marks={
            <>
              {one.kind === 'regraded' && one.previousGrade && (
                <Badge>{t('gradedBefore', { grade: gradeOf(one.previousGrade) ?? '' })}</Badge>
              )}
              {Object.entries(one.scales).map(([key, level]) => (
                <Badge key={key}>{scaleOf(key, level)}</Badge>
              ))}
              <Against grading={one} page={page} />
            </>
          }
        >
          {one.reason}
        </Entry>
      ))}
    </EntryList>
  );
}

/** What was suggested when a grade was decided. */
function Against({ grading, page }: { grading: GradingRow; page: Making }) {
  const t = useTranslations('incident');
  const { assessments, incident } = page.view.state;
  const last = assessments.findLast((one) => one.assessedAt <= grading.decidedAt);
  const suggested =
    assessments.length === 0 ? incident.suggestedGrade : (last?.suggestedGrade ?? null);
  if (suggested === null) return null;
  return suggested === grading.opinionGrade ? (
    <span className="text-xs text-faint">{t('withSuggestion')}</span>
  ) : (
    <Badge tone="amber">{t('againstSuggestion', { grade: page.gradeOf(suggested) ?? '' })}</Badge>
  );
}

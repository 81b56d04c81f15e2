'use client';

import { fill } from '@/lib/i18n/fill';
import { suggest } from '@/lib/incident/suggestion';
import { increases } from '@/lib/incident/worsening';
import type { Criterion, GradingFacts } from '@/lib/plan/criteria';
import { criterionText, factText, tierText } from '@/lib/plan/criterion-text';
import { type GradeSuggestion, hasCriteria, type JudgedLevel, openAbove } from '@/lib/plan/grading';
import type { SheetSuggestion } from './sheet';

/**
 * The grade the plan's criteria suggest for what stands in the form, why, and what would settle the
 * next higher one. Computed here, so that it follows every keystroke; a person decides.
 */
export function SuggestionPanel({
  suggestion,
  stated,
  proposed,
}: {
  suggestion: SheetSuggestion;
  stated: GradingFacts;
  /** Level chosen in the form, '' = none. */
  proposed: string;
}) {
  const { known, rising, levels, scales, before, texts } = suggestion;
  const found = suggest(suggestion, { ...known, ...stated }, { rising });
  const higher = before ? increases(before, found.facts) : [];
  const { language } = suggestion;
  const named = levels.find((one) => one.key === found.grade.grade)?.label[language];
  return (
    <section
      aria-label={texts.title}
      aria-live="polite"
      className="space-y-2 rounded-md bg-sunken px-3 py-2 sm:col-span-2"
    >
      {levels.length > 0 && (
        <Found
          found={found.grade}
          facts={found.facts}
          {...{ levels, suggestion }}
          title={texts.title}
        />
      )}
      {scales.map(({ key, label, levels: own }) => {
        const one = found.scales[key];
        return (
          one && (
            <Found
              key={key}
              found={one}
              facts={found.facts}
              levels={own}
              suggestion={suggestion}
              title={label[language]}
            />
          )
        );
      })}
      {named && proposed !== '' && proposed !== found.grade.grade && (
        <p className="text-amber">{texts.differs}</p>
      )}
      {higher.length > 0 && (
        <p className="text-amber">
          {fill(texts.worse, {
            facts: higher
              .map((one) =>
                one.fact === 'mediaTier'
                  ? `${factText({ mediaTier: ['none'] })[language]} ${tierText(one.before)[language]} → ${tierText(one.after)[language]}`
                  : `${factText({ count: one.fact, atLeast: 0 })[language]} ${one.before} → ${one.after}`,
              )
              .join(language === 'en' ? '; ' : '；'),
          })}{' '}
          {texts.worseAsk}
        </p>
      )}
    </section>
  );
}

function Found({
  found: { grade, reasons },
  facts,
  levels,
  suggestion: { language, texts },
  title,
}: {
  found: GradeSuggestion;
  facts: GradingFacts;
  levels: readonly JudgedLevel[];
  suggestion: SheetSuggestion;
  title: string;
}) {
  const listed = (all: readonly Criterion[], text: typeof criterionText) =>
    [...new Set(all.map((one) => text(one)[language]))].join(language === 'en' ? '; ' : '；');
  const named = levels.find((one) => one.key === grade)?.label[language];
  const open = openAbove(levels, grade, facts);
  if (!hasCriteria(levels)) return <p className="text-soft">{texts.noCriteria}</p>;
  return (
    <div>
      <p>
        <span className="text-soft">{title}</span>{' '}
        <strong className="font-medium">
          {named ? fill(texts.suggested, { grade: named }) : texts.none}
        </strong>
      </p>
      {reasons.length > 0 && (
        <p className="text-xs text-soft">
          {fill(texts.because, { reasons: listed(reasons, criterionText) })}
        </p>
      )}
      {open && (
        <p className="text-xs text-soft">
          {fill(texts.open, {
            grade: open.level.label[language],
            facts: listed(open.missing, factText),
          })}
        </p>
      )}
    </div>
  );
}

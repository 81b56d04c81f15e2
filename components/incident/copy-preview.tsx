'use client';

import { type CopyRecipe, composeCopy, signsIn, tooLong, wholeCopy } from '@/lib/wording/copies';
import { COPY_PLATFORMS, SMS_PART } from '@/lib/wording/platforms';
import { classNames } from '../ui/class-names';
import type { FormValues } from './form-input';
import type { SheetCopy } from './sheet';

/** The copy as it would go out with what is chosen now, its length, and what the platform takes. */
export function CopyPreview({ copy, values }: { copy: SheetCopy; values: FormValues }) {
  const { texts, limits } = copy;
  const made = composeCopy(copy, recipeOf(values));
  const platform = COPY_PLATFORMS.find((one) => one === values.platform);
  const limit = platform ? limits[platform] : { title: null, body: null };
  const whole = made ? wholeCopy(made) : '';
  const count = signsIn(whole);
  const over = made && tooLong(made, limit);
  const said = [
    texts.signs.replace('{count}', String(count)),
    platform === 'sms' && texts.messages.replace('{parts}', String(Math.ceil(count / SMS_PART))),
    limit.title !== null && texts.titleMost.replace('{max}', String(limit.title)),
    limit.body !== null && texts.most.replace('{max}', String(limit.body)),
  ];
  return (
    <section aria-label={texts.title}>
      <h3 className="flex flex-wrap items-baseline gap-x-3 font-medium text-soft">
        {texts.title}
        <span
          aria-live="polite"
          className={classNames('text-xs font-normal', over ? 'text-red' : 'text-faint')}
        >
          {said.filter(Boolean).join(' · ')}
        </span>
      </h3>
      <p
        className={classNames(
          'mt-1 rounded-md border bg-sunken p-3 break-words whitespace-pre-wrap',
          over ? 'border-red-mark' : 'border-line',
        )}
      >
        {whole || <span className="text-faint">{texts.nothing}</span>}
      </p>
    </section>
  );
}

function recipeOf({ withTitle, kept, head, foot, link }: FormValues): CopyRecipe {
  const line = (value: FormValues[string] | undefined) =>
    typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  return {
    withTitle: withTitle === true,
    kept: Array.isArray(kept) ? kept.map(Number) : [],
    head: line(head),
    foot: line(foot),
    link: line(link),
  };
}

import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Input } from '@/components/ui/inputs';
import { Section } from '@/components/ui/layout';
import { COPY_PLATFORMS, type CopyLimits, LIMIT_MAX } from '@/lib/wording/platforms';
import { limitsAction } from '../actions';
import { KeptForm } from './kept-form';
import { keptTexts } from './kept-texts';

/** 平台限制: how long a text may be where, as the institution set it. */
export async function LimitsForm({
  limits,
  mayChange,
}: {
  limits: CopyLimits;
  mayChange: boolean;
}) {
  const [t, commands] = await Promise.all([
    getTranslations('workshop'),
    getTranslations('commands'),
  ]);
  return (
    <Section title={t('limits')} open={false}>
      <LimitsFrame mayChange={mayChange}>
        <p className="max-w-prose text-soft">{t('limitsLead')}</p>
        <div className="grid gap-x-6 gap-y-4 md:grid-cols-2 xl:grid-cols-3">
          {COPY_PLATFORMS.map((platform) => (
            <fieldset key={platform} className="grid min-w-0 grid-cols-2 gap-3">
              <legend className="mb-1 font-medium">
                {commands(`option.copyPlatform.${platform}`)}
              </legend>
              {(['title', 'body'] as const).map((part) => (
                <Input
                  key={part}
                  name={`${platform}.${part}`}
                  type="number"
                  min={1}
                  max={LIMIT_MAX}
                  label={t(`limit.${part}`)}
                  placeholder={t('unlimited')}
                  defaultValue={limits[platform][part] ?? ''}
                  disabled={!mayChange}
                />
              ))}
            </fieldset>
          ))}
        </div>
      </LimitsFrame>
    </Section>
  );
}

/** Figures that may not be changed are no form. */
async function LimitsFrame({ mayChange, children }: { mayChange: boolean; children: ReactNode }) {
  if (!mayChange) return <div className="space-y-4">{children}</div>;
  const texts = await keptTexts('saveLimits', 'limitsDone');
  return (
    <KeptForm action={limitsAction} texts={texts} resets={false} className="space-y-4">
      {children}
    </KeptForm>
  );
}

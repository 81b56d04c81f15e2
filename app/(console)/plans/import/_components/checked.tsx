'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import type { FieldError } from '@/lib/access/problem';
import type { CheckedFile } from '@/lib/plan/server';

/** Every fault of a file with its line and the reason. */
export function ProblemList({ problems }: { problems: readonly FieldError[] }) {
  const t = useTranslations('planVersions');
  return (
    <Panel title={t('import.faults')} count={problems.length} flush>
      <p className="px-4 pt-3 text-red">{t('import.refused')}</p>
      <ol className="divide-y divide-line">
        {problems.map((one) => (
          <li key={`${one.path} ${one.message}`} className="px-4 py-2">
            <p>{one.message}</p>
            {one.path && <p className="font-mono text-xs break-all text-faint">{one.path}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

const TONES = { error: 'red', warning: 'amber', note: 'neutral' } as const;

/** A file that is a plan: what it holds, what the review says, and the button that begins a draft. */
export function CheckedPlan({
  plan,
  findings,
  language,
  isBusy,
  onBegin,
}: {
  plan: NonNullable<CheckedFile['plan']>;
  findings: CheckedFile['findings'];
  language: 'zh' | 'en';
  isBusy: boolean;
  onBegin: (key: string) => void;
}) {
  const t = useTranslations('planVersions');
  const [key, setKey] = useState(plan.key);
  return (
    <>
      <Notice tone="green" title={t('import.valid', { plan: plan.title[language] })}>
        {t('import.holds', { rules: plan.rules, chains: plan.chains })}
      </Notice>
      <Panel title={t('import.next')}>
        <div className="space-y-3">
          <Input
            name="key"
            label={t('adopt.key')}
            hint={t('adopt.keyHint')}
            maxLength={64}
            value={key}
            onChange={({ target }) => setKey(target.value.trim().toLowerCase())}
          />
          <Button variant="primary" disabled={isBusy} onClick={() => onBegin(key)}>
            {t('import.begin')}
          </Button>
        </div>
      </Panel>
      {findings.length > 0 && (
        <Panel title={t('import.findings')} count={findings.length}>
          <ul className="space-y-2">
            {findings.map((one) => (
              <li key={`${one.path} ${one.message}`}>
                <Badge tone={TONES[one.severity]}>{t(`severity.${one.severity}`)}</Badge>{' '}
                {one.message}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

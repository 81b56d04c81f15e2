'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Panel } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { toDateTimeLocal } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import type { TrialView } from '@/lib/plan/trial-view';
import { tryPlan } from '../actions';
import { type Answers, caseBody } from './case-body';
import { CaseForm } from './case-form';
import type { FieldSet } from './fields';
import { Outcome } from './outcome';

const PAUSE_MS = 250;

/** A case on the left, what the plan makes of it on the right. */
export function Simulator({
  tried,
  fields,
  first,
  now,
}: {
  /** A plan by key, or a draft. */
  tried: { key: string } | { draftId: string };
  fields: FieldSet;
  first: TrialView;
  /** UTC; the discovery the form starts with. */
  now: string;
}) {
  const t = useTranslations('trial');
  const problems = useTranslations('problems');
  const locale = toLocale(useLocale());
  const [answers, setAnswers] = useState<Answers>({ 'moment:discovered': toDateTimeLocal(now) });
  const [trial, setTrial] = useState(first);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const turn = useRef(0);
  const what = JSON.stringify(tried);

  useEffect(() => {
    // The first answer came with the page.
    if (turn.current === 0) return;
    const mine = turn.current;
    const timer = setTimeout(async () => {
      setBusy(true);
      const answer = await tryPlan({ ...JSON.parse(what), locale, body: caseBody(answers) });
      if (mine !== turn.current) return;
      setBusy(false);
      if (answer?.data) {
        setTrial(answer.data);
        setFailure(null);
      } else {
        const code = answer?.serverError?.code ?? 'INTERNAL';
        setFailure(code === 'INVALID_INPUT' ? t('incomplete') : problems(code));
      }
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [answers, what, locale, t, problems]);

  const change = (name: string, value: string) => {
    turn.current += 1;
    setAnswers((before) => ({ ...before, [name]: value }));
  };
  const discoveredAt = (caseBody(answers).discoveredAt as string | undefined) ?? now;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[340px_1fr]">
      <Panel title={t('case')}>
        <CaseForm fields={fields} answers={answers} onChange={change} />
      </Panel>
      <div className="min-w-0 space-y-4" aria-busy={isBusy}>
        {failure && (
          <Notice tone="amber" title={failure}>
            {t('keptLast')}
          </Notice>
        )}
        <Outcome trial={trial} fields={fields} discoveredAt={discoveredAt} now={now} />
      </div>
    </div>
  );
}

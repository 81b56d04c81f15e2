'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Input, Textarea } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { ErrorBanner, Notice } from '@/components/ui/notice';
import type { CheckedFile } from '@/lib/plan/server';
import { checkPlan, importPlanFile } from '../../actions';
import { CheckedPlan, ProblemList } from './checked';

const BYTES_MAX = 2 * 1024 * 1024;

/** A file or pasted text, what is wrong with it, and once it is right, a draft. */
export function ImportForm() {
  const t = useTranslations('planVersions');
  const problems = useTranslations('problems');
  const refusals = useTranslations('refusals');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const router = useRouter();
  const [text, setText] = useState('');
  const [checked, setChecked] = useState<{ text: string; file: CheckedFile } | null>(null);
  const [failure, setFailure] = useState<{ what: string; draftId?: string } | null>(null);
  const [isBusy, startTransition] = useTransition();
  const seen = checked?.text === text ? checked.file : null;

  const take = async (file: File | undefined) => {
    if (!file) return;
    setFailure(file.size > BYTES_MAX ? { what: t('import.tooLarge') } : null);
    if (file.size <= BYTES_MAX) setText(await file.text());
  };
  const check = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return setFailure({ what: t('import.nothing') });
    if (new Blob([text]).size > BYTES_MAX) return setFailure({ what: t('import.tooLarge') });
    startTransition(async () => {
      const answer = await checkPlan({ text }).catch(() => undefined);
      const code = answer?.serverError?.code ?? 'UNAVAILABLE';
      setFailure(answer?.data ? null : { what: problems(code) });
      setChecked(answer?.data ? { text, file: answer.data } : null);
    });
  };
  const begin = (key: string) =>
    startTransition(async () => {
      const answer = await importPlanFile({ text, planKey: key }).catch(() => undefined);
      if (answer?.data) return router.push(`/plans/drafts/${answer.data.draftId}`);
      const { code = 'UNAVAILABLE', reason, detail } = answer?.serverError ?? {};
      const draftId = reason === 'draft_exists' ? String(detail?.draftId ?? '') : '';
      setFailure({
        what: reason ? refusals(reason) : problems(code),
        ...(draftId ? { draftId } : {}),
      });
    });
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Panel title={t('import.file')}>
        <form noValidate onSubmit={check} className="space-y-4">
          <Input
            name="file"
            type="file"
            label={t('import.choose')}
            accept=".json,.yaml,.yml,application/json"
            onChange={({ target }) => void take(target.files?.[0])}
            className="[&_input]:py-1"
          />
          <Textarea
            name="text"
            label={t('import.paste')}
            hint={t('import.pasteHint')}
            rows={14}
            spellCheck={false}
            className="[&_textarea]:font-mono [&_textarea]:text-xs"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <Button type="submit" variant="primary" disabled={isBusy} aria-busy={isBusy}>
            {t('import.check')}
          </Button>
        </form>
      </Panel>
      <div className="min-w-0 space-y-4" aria-live="polite">
        {failure && (
          <ErrorBanner what={failure.what} kept={t('import.kept')}>
            {failure.draftId && (
              <a href={`/plans/drafts/${failure.draftId}`} className="underline">
                {t('begin.openDraft')}
              </a>
            )}
          </ErrorBanner>
        )}
        {!seen && !failure && <Notice>{t('import.howto')}</Notice>}
        {seen && !seen.valid && <ProblemList problems={seen.problems} />}
        {seen?.valid && seen.plan && (
          <CheckedPlan
            plan={seen.plan}
            findings={seen.findings}
            language={language}
            isBusy={isBusy}
            onBegin={begin}
          />
        )}
      </div>
    </div>
  );
}

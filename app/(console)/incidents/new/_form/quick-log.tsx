'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { uploadEvidence } from '@/components/evidence/upload';
import { MaskHint } from '@/components/incident/mask-hint';
import { maskTexts } from '@/components/incident/mask-texts';
import { SecrecyLine } from '@/components/incident/secrecy-line';
import { Button } from '@/components/ui/button';
import { ErrorBanner } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import type { ActionFailure } from '@/lib/access/server/action';
import { runCommand } from '../../../actions';
import { linkAction } from '../../../duty/actions';
import { DiscoveryFields } from './discovery-fields';
import {
  type Choices,
  commandOf,
  type Draft,
  EMPTY,
  type FieldErrors,
  type FieldName,
  findErrors,
  withField,
} from './draft';
import { keepDraft, readDraft } from './draft-store';
import { fieldsOf, sentenceOf } from './failure';
import { MatterField } from './matter-field';
import { PlanField } from './plan-field';
import { ReportFields } from './report-fields';
import { SamePost } from './same-post';
import { Screenshots } from './screenshots';
import { SourceFields } from './source-fields';
import { SpreadFields } from './spread-fields';

export interface FormPart {
  draft: Draft;
  errors: FieldErrors;
  /** Attributes of the control of one field. */
  field: (name: FieldName) => {
    id: string;
    name: FieldName;
    error: string | undefined;
  };
  set: (name: FieldName, value: string | boolean) => void;
}

/** An empty form, or one that begins with what is already written. */
const startOf = ({ pasted, ...preset }: Partial<Draft>): Draft => {
  const empty = { ...EMPTY, ...preset };
  return pasted ? withField(empty, 'pasted', pasted) : empty;
};

const GENERIC: ActionFailure = { code: 'UNAVAILABLE' };

/** 记一条: one screen, sixty seconds; nothing typed is ever lost. */
export function QuickLog({
  choices,
  preset,
  origin,
  platforms,
  recipients,
  hasSuperior,
  plans,
  now,
}: {
  choices: Choices;
  preset: Partial<Draft>;
  /** What is already written about the matter, to be linked with what is logged. */
  origin: string | null;
  platforms: readonly { value: string; label: string }[];
  recipients: readonly string[];
  hasSuperior: boolean;
  /** Plans in use, the default first. */
  plans: readonly { key: string; title: string }[];
  /** Business time when the page was made, ISO UTC. */
  now: string;
}) {
  const t = useTranslations('log');
  const all = useTranslations();
  const router = useRouter();
  const [offsetMs] = useState(() => Date.parse(now) - Date.now());
  const businessMs = () => Date.now() + offsetMs;
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(() => startOf(preset));
  const [files, setFiles] = useState<File[]>([]);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const [busy, setBusy] = useState<'log' | 'report' | null>(null);
  // Before the page has woken up a press would send the form nowhere.
  const [isAwake, setAwake] = useState(false);

  const planKeys = plans.map((one) => one.key).join(' ');
  useEffect(() => {
    setAwake(true);
    const kept = origin ? null : readDraft();
    if (!kept) return;
    const isInUse = planKeys.split(' ').includes(kept.planKey);
    setDraft(isInUse ? kept : { ...kept, planKey: '' });
  }, [planKeys, origin]);

  const set = (name: FieldName, value: string | boolean) => {
    const next = withField(draft, name, value);
    setDraft(next);
    keepDraft(next);
    if (errors[name]) setErrors({ ...errors, [name]: undefined });
  };
  const addFiles = (added: File[]) =>
    setFiles((before) => [...before, ...added.filter((one) => one.type.startsWith('image/'))]);
  const part: FormPart = {
    draft,
    errors,
    set,
    field: (name) => ({
      id: `log-${name}`,
      name,
      error: errors[name] && t(`error.${errors[name]}`),
    }),
  };

  const show = (found: FieldErrors, failed: ActionFailure | null) => {
    setErrors(found);
    setFailure(failed);
    const first = Object.keys(found).find((name) => found[name as FieldName]);
    if (first) form.current?.querySelector<HTMLElement>(`#log-${first}`)?.focus();
  };

  const send = async (wantsReport: boolean) => {
    if (busy) return;
    // A phone report that was made belongs to the record whichever button is pressed.
    const reports = wantsReport || (draft.medium === 'oral' && draft.recipient.trim() !== '');
    const found = findErrors(draft, businessMs(), reports);
    if (Object.keys(found).length > 0) return show(found, null);
    show({}, null);
    setBusy(wantsReport ? 'report' : 'log');
    const command = commandOf(draft, choices, businessMs(), reports, files.length);
    const result = await runCommand({ incidentId: null, ...command }).catch(() => undefined);
    const logged = result?.data;
    if (!logged) {
      setBusy(null);
      const failed = result?.serverError ?? GENERIC;
      return show(fieldsOf(failed), failed);
    }
    keepDraft(null);
    const outcomes = await Promise.all(files.map((file) => uploadEvidence(logged.id, file)));
    const lost = outcomes.filter((one) => !one.ok);
    if (lost.length > 0) toast(t('shots.failed', { count: lost.length }), 'failed');
    if (origin) await linkAction({ origin, incidentId: logged.id }).catch(() => undefined);
    router.push(`/incidents/new?done=${logged.id}`);
  };

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send(false);
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        const pasted = [...event.clipboardData.files];
        if (pasted.length > 0) addFiles(pasted);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        addFiles([...event.dataTransfer.files]);
      }}
      className="max-w-3xl"
    >
      <div className="space-y-4 rounded-md border border-line bg-paper p-4">
        {failure && (
          <ErrorBanner what={sentenceOf(all, failure)} kept={t('kept')}>
            {failure.code === 'INVALID_INPUT' && <p>{t('checkFields')}</p>}
          </ErrorBanner>
        )}
        <SourceFields part={part} units={choices.units} platforms={platforms}>
          <SamePost pasted={draft.pasted} />
          <MaskHint text={writtenIn(draft)} texts={maskTexts(all)} />
          <Screenshots
            files={files}
            onAdd={addFiles}
            onRemove={(file) => setFiles(files.filter((one) => one !== file))}
          />
        </SourceFields>
        <SpreadFields part={part} platforms={platforms} />
        <MatterField part={part} />
        <DiscoveryFields part={part} nowMs={businessMs()} />
        <ReportFields part={part} recipients={recipients} hasSuperior={hasSuperior} />
        <PlanField part={part} plans={plans} />
        <SecrecyLine />
      </div>
      <div className="sticky bottom-0 z-20 mt-3 flex items-center gap-2 border-line bg-canvas py-3 max-md:bottom-14 max-md:-mx-3 max-md:border-t max-md:px-3">
        <Button
          type="submit"
          variant="primary"
          disabled={busy !== null || !isAwake}
          aria-busy={busy === 'log'}
          className="max-md:grow"
        >
          {busy === 'log' ? t('logging') : t('submit')}
        </Button>
        <Button
          disabled={busy !== null || !isAwake}
          aria-busy={busy === 'report'}
          onClick={() => void send(true)}
          className="max-md:grow"
        >
          {busy === 'report' ? t('logging') : t('submitAndReport')}
        </Button>
        <p className="text-xs text-faint max-md:hidden">{t('keys')}</p>
      </div>
    </form>
  );
}

/** What people wrote; a title that was read from the paste is not told twice. */
const writtenIn = ({ title, demand, pasted }: Draft): string =>
  [pasted.includes(title) ? '' : title, demand, pasted].filter(Boolean).join('\n');

'use client';

import dynamic from 'next/dynamic';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import type { EffectsView } from './effects';
import { EffectsPanel } from './effects-panel';
import { formDraft } from './form-draft';
import { type Failure, FormFailure } from './form-failure';
import { capturedText, type FormValues, inputOf } from './form-input';
import {
  askedOf,
  chosenData,
  completeValues,
  findFaults,
  initialValues,
  previewInput,
  readForm,
  statedIn,
} from './form-read';
import { MaskHint } from './mask-hint';
import type { FailureText, FormTexts, Sheet } from './sheet';
import { SheetFields } from './sheet-fields';
import { SheetNotices } from './sheet-notices';
import { type TellWriting, useNetwork, useWriting } from './use-writing';
import { keepMine, overtakenBy, takeTheirs, withBase } from './wording-base';
import { KeptNotice, WritingNotices } from './writing-notices';

const SuggestionPanel = dynamic(() =>
  import('./suggestion-panel').then((module) => module.SuggestionPanel),
);

const CopyPreview = dynamic(() => import('./copy-preview').then((module) => module.CopyPreview));

const OvertakenPanel = dynamic(() =>
  import('./overtaken-panel').then((module) => module.OvertakenPanel),
);

/** How a form reaches the server. */
export interface FormHandlers {
  /** Gives the command; answers null when it was carried out, else why not. */
  send: (request: {
    incidentId: string;
    type: string;
    input: Record<string, unknown>;
    expectedVersion: number;
  }) => Promise<FailureText | null>;
  /** What the command would do to the time limits; null when there is not enough to go by. */
  preview: (request: {
    incidentId: string;
    type: string;
    input: Record<string, unknown>;
    expectedVersion: number;
  }) => Promise<EffectsView | null>;
  tell: TellWriting;
}

/** The form of one command: everything typed stays until it has been carried out. */
export function CommandForm({
  incidentId,
  sheet: given,
  preset,
  texts,
  handlers,
  reload,
  onCancel,
  onDone,
}: {
  incidentId: string;
  sheet: Sheet;
  preset: Record<string, string>;
  texts: FormTexts;
  handlers: FormHandlers;
  reload: () => Promise<Sheet | null>;
  onCancel: () => void;
  onDone: () => void;
}) {
  const draft = useMemo(
    () => formDraft({ incidentId, type: given.type, preset, keeper: given.keeper }),
    [incidentId, given.type, given.keeper, preset],
  );
  const form = useRef<HTMLFormElement>(null);
  const [made, setSheet] = useState(given);
  const [restored, setRestored] = useState(() => draft.read());
  const [values, setValues] = useState<FormValues>(() =>
    initialValues(given, preset, restored?.values ?? null),
  );
  const sheet = useMemo(() => askedOf(made, values), [made, values]);
  const [isKept, setKept] = useState(true);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSending, setSending] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isRefreshed, setRefreshed] = useState(false);
  const [draws, setDraws] = useState(0);

  const take = (next: FormValues) => {
    setValues(next);
    setKept(draft.write(next));
  };

  /** Values given, not typed: the fields are drawn again with them. */
  const give = (next: FormValues) => {
    take(next);
    setFailure(null);
    setDraws(draws + 1);
  };

  const onChange = () => {
    if (!form.current) return;
    take(withBase(sheet, values, readForm(form.current, sheet, values)));
    setAsking(false);
  };

  const discard = () => {
    draft.clear();
    setRestored(null);
    setValues(initialValues(sheet, preset, null));
    setDraws(draws + 1);
  };

  const bringUpToDate = async () => {
    const fresh = await reload().catch(() => null);
    if (!fresh) return setFailure({ what: texts.loadFailed });
    setSheet(fresh);
    setFailure(null);
    setRefreshed(true);
  };

  const network = useNetwork();
  const newest = overtakenBy(sheet, values);
  const wordingId = sheet.type === 'reviseWording' && values.wordingId;
  const others = useWriting(
    incidentId,
    wordingId ? String(wordingId) : null,
    handlers.tell,
    (at) => {
      if (String(at) !== chosenData(sheet, values).baseVersion && !isSending) void bringUpToDate();
    },
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.current || isSending) return;
    if (newest) return setFailure({ what: texts.overtaken.decideFirst });
    const complete = completeValues(sheet, readForm(form.current, sheet, values));
    const faults = findFaults(sheet, complete, texts);
    setErrors(faults);
    const [first] = Object.keys(faults);
    if (first) {
      setFailure({ what: texts.checkFields });
      return focusField(form.current, first);
    }
    if (sheet.confirm && !isAsking) return setAsking(true);
    setFailure(null);
    setSending(true);
    const request = {
      incidentId,
      type: sheet.type,
      input: inputOf(sheet.fields, complete),
      expectedVersion: sheet.version,
    };
    const failed = await handlers
      .send(request)
      .catch((): FailureText => ({ what: texts.offline, fields: {}, isStale: false }));
    setSending(false);
    setAsking(false);
    if (!failed) {
      draft.clear();
      return onDone();
    }
    setErrors(failed.fields);
    if (failed.isStale && sheet.keeper) return bringUpToDate();
    setFailure(failed);
  };

  return (
    <form
      ref={form}
      key={draws}
      noValidate
      onSubmit={submit}
      onChange={onChange}
      className="flex min-h-0 grow flex-col"
    >
      <div className="min-h-0 grow space-y-4 overflow-y-auto px-4 py-4 sm:px-5">
        {sheet.lead && <p className="text-soft">{sheet.lead}</p>}
        {restored && (
          <KeptNotice
            kept={restored}
            isText={sheet.keeper !== undefined}
            texts={texts}
            onKeep={() => setRestored(null)}
            onDiscard={discard}
          />
        )}
        {sheet.keeper && (
          <WritingNotices
            network={network}
            isKept={isKept}
            others={others}
            setAside={String(values.setAside ?? '')}
            texts={texts}
          />
        )}
        {newest && (
          <OvertakenPanel
            newest={newest}
            base={String(values.baseVersion)}
            mine={String(values.body ?? '')}
            texts={texts.overtaken}
            onTake={() => give(takeTheirs(values, newest))}
            onKeep={() => give(keepMine(values, newest))}
          />
        )}
        <SheetNotices notices={[...(chosenData(sheet, values).notices ?? []), ...sheet.notices]} />
        {sheet.reading && (
          <section>
            <h3 className="mb-1 font-medium text-soft">{sheet.reading.title}</h3>
            <div
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
              tabIndex={0}
              className="max-h-72 overflow-y-auto rounded-md bg-sunken p-3 whitespace-pre-wrap"
            >
              {sheet.reading.text}
            </div>
          </section>
        )}
        <SheetFields
          sheet={sheet}
          values={values}
          errors={errors}
          texts={texts}
          afterFacts={
            sheet.suggestion && (
              <SuggestionPanel
                suggestion={sheet.suggestion}
                stated={statedIn(sheet, values)}
                proposed={String(values[`${sheet.suggestion.path}proposedGrade`] ?? '')}
              />
            )
          }
        />
        {sheet.copy && <CopyPreview copy={sheet.copy} values={values} />}
        <MaskHint
          text={capturedText(sheet.fields, completeValues(sheet, values))}
          texts={texts.mask}
        />
        {sheet.effects && (
          <EffectsPanel
            input={previewInput(sheet, completeValues(sheet, values))}
            texts={sheet.effects}
            look={(input) =>
              handlers.preview({
                incidentId,
                type: sheet.type,
                input,
                expectedVersion: sheet.version,
              })
            }
          />
        )}
      </div>
      <footer className="space-y-2 border-t border-line bg-paper px-4 py-3 sm:px-5">
        {failure && <FormFailure failure={failure} texts={texts} onRefresh={bringUpToDate} />}
        {isRefreshed && !failure && !newest && <Notice tone="blue">{texts.refreshed}</Notice>}
        {isAsking && (
          <Notice tone={sheet.danger ? 'red' : 'amber'}>
            <span role="alert">{sheet.confirm}</span>
          </Notice>
        )}
        {writesText(sheet) && <p className="text-xs text-faint">{texts.secrecy}</p>}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onCancel} className="max-sm:grow">
            {texts.cancel}
          </Button>
          <Button
            type="submit"
            variant={sheet.danger ? 'danger' : 'primary'}
            aria-busy={isSending}
            disabled={isSending}
            className="max-sm:grow-2"
          >
            {isSending ? texts.busy : isAsking ? texts.confirmYes : sheet.submit}
          </Button>
        </div>
      </footer>
    </form>
  );
}

const WRITTEN = ['textarea', 'wording', 'points', 'list'];

const writesText = ({ fields }: Sheet): boolean =>
  fields.some(({ kind }) => WRITTEN.includes(kind));

function focusField(form: HTMLFormElement, name: string): void {
  const field = [...form.elements].find(
    (element) =>
      element instanceof HTMLElement && 'name' in element && String(element.name).startsWith(name),
  );
  if (field instanceof HTMLElement) field.focus();
}

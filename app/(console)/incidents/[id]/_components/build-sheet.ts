import type { EffectsTexts } from '@/components/incident/effects';
import type { FormCommand, FormField, PlannedForm } from '@/components/incident/form-types';
import { formFor } from '@/components/incident/forms';
import type { Sheet, SheetCopy, SheetField, SheetOption } from '@/components/incident/sheet';
import { asksProofread, isUnderWay, planStepOf } from '@/lib/incident/approval-steps';
import { asksForNames } from '@/lib/incident/commands/assigning';
import { limitsOf } from '@/lib/wording/platforms';
import { sayAlone } from './plan-words';
import { feedbackReading } from './sheet-feedback';
import { initialOf, type Making } from './sheet-initial';
import { noticesOf } from './sheet-notices';
import { approvedVersion, rowOptions } from './sheet-options';
import { recordNotices } from './sheet-options-consent';
import { readingOf } from './sheet-reading';
import { submissionNotices, withFindings } from './sheet-submission';
import { suggestionOf } from './sheet-suggestion';

interface Translator {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
}

/** A command's form in the reader's language, with choices and what is known already. */
export function buildSheet(
  type: FormCommand,
  preset: Record<string, string>,
  making: Making,
  t: Translator,
  effects: Translator,
  suggestionTexts: { raw: (key: string) => unknown },
): Sheet {
  const form = formFor(type, making.view.plan.plan);
  const initial = initialOf(type, making);
  const asksOutside = type === 'approve' || type === 'recordConsent';
  const outside = asksOutside ? outsideOf(preset, making) : null;
  const fields = form.fields.flatMap((field): SheetField[] => {
    if (field.name === 'outsideReference' && !outside) return [];
    const isProof = type === 'approve' && field.name === 'found';
    if (isProof && !asksProof(preset, making)) return [];
    if (lastPart(field.name) === 'worsened' && !hasAssessment(making)) return [];
    const { options: source, initial: start, label: own, ...rest } = field;
    const known = initial[field.name] ?? start;
    const isOutside = field.name === 'outsideReference';
    const isName = lastPart(field.name) === 'responsible' || lastPart(field.name) === 'liaison';
    const isAsked =
      isProof ||
      isOutside ||
      ((type === 'assign' || type === 'present') && isName && asksForNames(making.view.plan.plan));
    return [
      {
        ...rest,
        ...(isAsked ? { required: true } : {}),
        label: isOutside
          ? t('outsideReference', { outside: outside ?? '' })
          : own
            ? sayAlone(own, making.locale)
            : labelOf(type, field, t),
        hint: hintOf(type, field, t),
        options: source ? optionsFor(type, field, making, t) : undefined,
        initial: known ?? undefined,
      },
    ];
  });
  const reading =
    type === 'signFeedback'
      ? feedbackReading(preset.assignmentId, making, t)
      : readingOf(type, preset, making);
  return {
    type,
    title: t(`label.${type}`),
    lead: t(`lead.${type}`),
    notices: [
      ...noticesOf(type, making, t),
      ...recordNotices(type, preset, making, t),
      ...submissionNotices(type, making, t),
    ],
    ...(reading ? { reading } : {}),
    ...suggestionOf(type, making, suggestionTexts),
    ...(type === 'makeCopy' ? { copy: copyOf(preset, making, t) } : {}),
    fields: fields.filter(isUsable),
    groups: groupsOf(form, t),
    submit: t(t.has(`submit.${type}`) ? `submit.${type}` : `label.${type}`),
    ...(form.confirm ? { confirm: t(`confirm.${type}`) } : {}),
    ...(form.previews ? { effects: effectsTexts(effects) } : {}),
    done: t(`done.${type}`),
    danger: form.danger === true,
    wide: form.wide === true,
    ...(hasText(form) ? { keeper: making.actor.id } : {}),
    version: making.view.state.incident.version,
  };
}

const hasText = (form: PlannedForm): boolean => form.fields.some(({ kind }) => kind === 'wording');

/** Whether the wording that is to be signed goes through 三审三校. */
function asksProof({ wordingId }: Record<string, string>, { view }: Making): boolean {
  const run = view.state.approvalRuns.find((one) => one.wordingId === wordingId && isUnderWay(one));
  return run !== undefined && asksProofread(view.state, view.plan.plan, run.id);
}

/** The body outside that has to agree at the open step of the wording that is to be signed. */
function outsideOf({ wordingId }: Record<string, string>, making: Making): string | null {
  const { state, plan } = making.view;
  const run = state.approvalRuns.find((one) => one.wordingId === wordingId && isUnderWay(one));
  const step = state.approvalSteps.find((one) => one.runId === run?.id && one.state === 'open');
  const outside = step && planStepOf(state, plan.plan, step)?.outside;
  return outside ? outside[making.locale === 'en' ? 'en' : 'zh'] : null;
}

function effectsTexts(t: Translator): EffectsTexts {
  const keys = ['title', 'waiting', 'looking', 'failed', 'before', 'after'] as const;
  return Object.fromEntries(keys.map((key) => [key, t(key)])) as unknown as EffectsTexts;
}

const lastPart = (name: string): string => name.split('.').at(-1) ?? name;

function labelOf(type: FormCommand, { name }: FormField, t: Translator): string {
  const own = `fieldOf.${type}.${lastPart(name)}`;
  return t.has(own) ? t(own) : t(`field.${lastPart(name)}`);
}

function hintOf(type: FormCommand, { name }: FormField, t: Translator): string | undefined {
  const keys = [`hintOf.${type}.${lastPart(name)}`, `hint.${lastPart(name)}`];
  const key = keys.find((one) => t.has(one));
  return key ? t(key) : undefined;
}

/** Choices of a field; a text that is to be sent for approval brings along what was found in it. */
function optionsFor(type: FormCommand, field: FormField, making: Making, t: Translator) {
  const options = optionsOf(field, making);
  const isText = type === 'submitWording' && field.name === 'wordingId';
  return isText ? withFindings(options, making, t) : options;
}

/** The approved text a copy is made of, for the preview. */
function copyOf({ wordingId }: Record<string, string>, making: Making, t: Translator): SheetCopy {
  const { state } = making.view;
  const keys = ['title', 'nothing', 'signs', 'most', 'titleMost', 'messages'] as const;
  const places = { count: '{count}', max: '{max}', parts: '{parts}' };
  const texts = keys.map((key) => [key, t(`copy.${key}`, places)]);
  return {
    title: state.wordings.find((one) => one.id === wordingId)?.title ?? null,
    body: approvedVersion(state, wordingId)?.body ?? '',
    limits: making.copyLimits ?? limitsOf(null),
    texts: Object.fromEntries(texts) as SheetCopy['texts'],
  };
}

function optionsOf({ options }: FormField, making: Making): SheetOption[] {
  if (!options) return [];
  if ('labelled' in options) {
    return options.labelled.map(({ value, label }) => ({
      value,
      label: sayAlone(label, making.locale),
    }));
  }
  if ('rows' in options) return rowOptions[options.rows](making);
  return options.values.map((value) => ({
    value,
    label: making.words.option(options.words, value),
  }));
}

/** A choice that may be left out and has nothing to choose from is left out. */
const isUsable = ({ options, required }: SheetField): boolean =>
  required === true || !options || options.length > 0;

/** Only what was assessed before can have worsened. */
const hasAssessment = ({ view }: Making): boolean => view.state.assessments.length > 0;

function groupsOf(form: PlannedForm, t: Translator): Sheet['groups'] {
  const keys = [...new Set(form.fields.flatMap((field) => field.group ?? []))];
  return keys.map((key) => {
    const box = form.optionalGroups?.[key];
    return {
      key,
      label: t(`group.${key}`),
      ...(t.has(`groupHint.${key}`) ? { hint: t(`groupHint.${key}`) } : {}),
      optional: box !== undefined,
      initial: box ?? true,
    };
  });
}

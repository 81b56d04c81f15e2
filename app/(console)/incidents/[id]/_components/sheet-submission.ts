import type { FormCommand } from '@/components/incident/form-types';
import type { SheetNotice, SheetOption } from '@/components/incident/sheet';
import type { WordingRow } from '@/lib/incident/model';
import { isPublicKind } from '@/lib/incident/stages';
import { itemsToTick } from '@/lib/incident/submission-list';
import {
  checkWording,
  plannedChecklists,
  type WordingFinding,
} from '@/lib/incident/wording-checks';
import { say } from './plan-words';
import type { Making } from './sheet-initial';

type T = (key: string, values?: Record<string, string | number>) => string;

/** What stands against sending this text for approval. */
function findingsOf({ wording, making }: Given): WordingFinding[] {
  const { state, plan } = making.view;
  const version = state.wordingVersions.find(
    (one) => one.wordingId === wording.id && one.number === wording.currentVersion,
  );
  const isPublic = isPublicKind(wording.kind);
  return checkWording(version?.body ?? '', isPublic, {
    title: wording.title,
    words: making.listedWords ?? [],
    items: isPublic ? itemsToTick(plan.plan.mechanisms) : [],
  });
}

interface Given {
  wording: WordingRow;
  making: Making;
}

/** Each text that may go for approval with what was found in it, and what its sender has to add. */
export function withFindings(options: readonly SheetOption[], making: Making, t: T): SheetOption[] {
  return options.map((option) => {
    const wording = making.view.state.wordings.find((one) => one.id === option.value);
    if (!wording) return option;
    const findings = findingsOf({ wording, making });
    const isWarned = findings.some((one) => one.severity === 'warning');
    const isTicked =
      isPublicKind(wording.kind) && itemsToTick(making.view.plan.plan.mechanisms).length > 0;
    const asks = [...(isTicked ? ['ticked'] : []), ...(isWarned ? ['reason'] : [])];
    return {
      ...option,
      data: { ...option.data, asks, notices: noticesFor(findings, wording.id, making, t) },
    };
  });
}

/** What was found in a text with what to do about it; an error leads to where it is put right. */
function noticesFor(
  findings: readonly WordingFinding[],
  wordingId: string,
  making: Making,
  t: T,
): SheetNotice[] {
  const lines = (severity: WordingFinding['severity']) =>
    findings.filter((one) => one.severity === severity).map((one) => sentence(one, t));
  const act = making.view.allowed.includes('reviseWording')
    ? { type: 'reviseWording' as const, preset: { wordingId }, label: t('label.reviseWording') }
    : undefined;
  const notices: SheetNotice[] = [
    { tone: 'red', title: t('notice.wordingErrors'), lines: lines('error'), act },
    { tone: 'amber', title: t('notice.wordingWarnings'), lines: lines('warning') },
    { tone: 'blue', title: t('notice.wordingHints'), lines: lines('hint') },
  ];
  return notices.filter((one) => one.lines.length > 0);
}

/** The plan's own lists to go through before a text goes for approval. */
export function submissionNotices(type: FormCommand, making: Making, t: T): SheetNotice[] {
  if (type !== 'submitWording') return [];
  return plannedChecklists(making.view.plan.plan.mechanisms).map((one) => ({
    tone: 'neutral',
    title: t('notice.checklist', { list: say(one.label, making.locale) }),
    lines: one.items.map((item) => say(item, making.locale)),
  }));
}

function sentence(one: WordingFinding, t: T): string {
  switch (one.code) {
    case 'part_empty':
      return t('notice.partEmpty', { part: t(`form.parts.${one.part}`) });
    case 'personal_data':
      return t('notice.personalData', {
        kind: t(`notice.personal.${one.kind}`),
        count: one.count,
      });
    case 'listed_word': {
      const { phrase, why, instead } = one.word;
      const passage = one.passage;
      return instead
        ? t('notice.listedInstead', { phrase, passage, why, instead })
        : t('notice.listed', { phrase, passage, why });
    }
    case 'slip':
      return t('notice.slip', { passage: one.passage });
    case 'set_phrase':
      return t('notice.setPhrase', { passage: one.passage });
    case 'promise_undated':
      return t('notice.promiseUndated', { sentence: one.sentence });
    case 'contact_missing':
      return t('notice.contactMissing');
  }
}

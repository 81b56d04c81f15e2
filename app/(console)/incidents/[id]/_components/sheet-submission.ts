import type { FormCommand } from '@/components/incident/form-types';
import type { Sheet } from '@/components/incident/sheet';
import { isPublicKind } from '@/lib/incident/stages';
import { itemsToTick } from '@/lib/incident/submission-list';
import {
  checkWording,
  plannedChecklists,
  type WordingFinding,
} from '@/lib/incident/wording-checks';
import { say } from './plan-words';
import type { Making } from './sheet-initial';

type Notices = Sheet['notices'];
type T = (key: string, values?: Record<string, string | number>) => string;
type Preset = Record<string, string>;

/** What stands against sending this text for approval; null while none is chosen. */
function findingsOf(type: FormCommand, preset: Preset, making: Making): WordingFinding[] | null {
  if (type !== 'submitWording') return null;
  const { state } = making.view;
  const ready = state.wordings.filter((one) => one.state === 'draft' || one.state === 'returned');
  const only = ready.length === 1 ? ready[0] : undefined;
  const wording = preset.wordingId ? ready.find((one) => one.id === preset.wordingId) : only;
  const version = state.wordingVersions.find(
    (one) => one.wordingId === wording?.id && one.number === wording.currentVersion,
  );
  if (!wording || !version) return null;
  const isPublic = isPublicKind(wording.kind);
  return checkWording(version.body ?? '', isPublic, {
    title: wording.title,
    words: making.listedWords ?? [],
    items: isPublic ? itemsToTick(making.view.plan.plan.mechanisms) : [],
  });
}

/** Whether the text may go only with a reason. */
export const asksReason = (type: FormCommand, preset: Preset, making: Making): boolean =>
  findingsOf(type, preset, making)?.some((one) => one.severity === 'warning') ?? false;

/** What was found in the text with what to do about it, and the plan's own list to go through. */
export function submissionNotices(
  type: FormCommand,
  preset: Preset,
  making: Making,
  t: T,
): Notices {
  if (type !== 'submitWording') return [];
  const findings = findingsOf(type, preset, making) ?? [];
  const lines = (severity: WordingFinding['severity']) =>
    findings.filter((one) => one.severity === severity).map((one) => sentence(one, t));
  const notices: Notices = [
    { tone: 'red', title: t('notice.wordingErrors'), lines: lines('error') },
    { tone: 'amber', title: t('notice.wordingWarnings'), lines: lines('warning') },
    { tone: 'blue', title: t('notice.wordingHints'), lines: lines('hint') },
  ];
  const lists: Notices = plannedChecklists(making.view.plan.plan.mechanisms).map((one) => ({
    tone: 'neutral',
    title: t('notice.checklist', { list: say(one.label, making.locale) }),
    lines: one.items.map((item) => say(item, making.locale)),
  }));
  return [...notices.filter((one) => one.lines.length > 0), ...lists];
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

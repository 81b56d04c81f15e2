import type { Norm } from './schema';

const GRAVE = ['especially_serious', 'serious'] as const;
/** Duties of plans that amount to telling the public what is known. */
const TELLING = ['first_publication', 'positive_reply', 'first_information'];

const answered: Norm['rules'][number]['metBy'] = [
  { event: 'reply.given' },
  { event: 'wording.published' },
  { event: 'non_publication.approved' },
];

const common = {
  start: 'earliest_known',
  unit: 'hour',
  clock: 'wall',
  target: 'public',
  owner: 'office',
  extendable: false,
  pausable: false,
  filledByUnit: false,
} as const;

/**
 * Rules that bind government units whatever their plan says. The texts do not name where the hours
 * begin: the earliest known of occurrence and discovery is taken. Source: domain.md, norms.
 */
export const GOVERNMENT_NORMS: readonly Norm[] = [
  {
    key: 'state_council_2016_80',
    title: { zh: '国办发〔2016〕80号', en: 'State Council Office (2016) No. 80' },
    source: { document: '国办发〔2016〕80号', line: '突发事件信息发布' },
    rules: [
      {
        ...common,
        rule: 'norm_80_information',
        key: 'first_publication',
        title: { zh: '发布权威信息', en: 'Publish authoritative information' },
        amount: 5,
        when: { eventGrades: [...GRAVE] },
        metBy: [{ event: 'wording.published' }],
        sharpens: TELLING,
        source: { document: '国办发〔2016〕80号', line: '5 小时内' },
      },
      {
        ...common,
        rule: 'norm_80_conference',
        key: 'press_conference',
        title: { zh: '举行新闻发布会', en: 'Hold a press conference' },
        amount: 24,
        when: { eventGrades: [...GRAVE] },
        metBy: [{ event: 'wording.published', where: { way: 'conference' } }],
        sharpens: [],
        source: { document: '国办发〔2016〕80号', line: '24 小时内' },
      },
    ],
  },
  {
    key: 'state_council_2016_61',
    title: { zh: '国办发〔2016〕61号', en: 'State Council Office (2016) No. 61' },
    source: { document: '国办发〔2016〕61号', line: '政务舆情回应时限' },
    rules: [
      {
        ...common,
        rule: 'norm_61_conference',
        key: 'press_conference',
        title: { zh: '举行新闻发布会', en: 'Hold a press conference' },
        amount: 24,
        when: { eventGrades: [...GRAVE] },
        metBy: [{ event: 'wording.published', where: { way: 'conference' } }],
        sharpens: [],
        source: { document: '国办发〔2016〕61号', line: '24 小时内' },
      },
      {
        ...common,
        rule: 'norm_61_response',
        key: 'public_response',
        title: { zh: '回应政务舆情', en: 'Respond to the public concern' },
        amount: 48,
        when: { notEventGrades: [...GRAVE] },
        metBy: answered,
        sharpens: TELLING,
        source: { document: '国办发〔2016〕61号', line: '48 小时内' },
      },
    ],
  },
];

/** Kinds of institution the norms above bind. */
const GOVERNMENT_KINDS = ['government', 'bureau', 'county', 'town', 'office'];

/** Norms that bind an institution of this kind (`Org.kind`). */
export function normsFor(orgKind: string): readonly Norm[] {
  return GOVERNMENT_KINDS.includes(orgKind) ? GOVERNMENT_NORMS : [];
}

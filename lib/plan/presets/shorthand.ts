import type { Label, Obligation, PlanPartInput, ResponsePlanInput, Source } from '../schema';
import { standardCalm } from './standard';

type Rule = ResponsePlanInput['obligations'][number];
type Chain = ResponsePlanInput['chains'][number];

/** A text in both languages. */
export const t = (zh: string, en: string): Label => ({ zh, en });

/** Sources within one document: `at('L643')`, with the words quoted where they matter. */
export const sourcesIn =
  (document: string, section?: string) =>
  (line: string, quote?: string): Source => ({
    document,
    line,
    ...(section === undefined ? {} : { section }),
    ...(quote === undefined ? {} : { quote }),
  });

/** What no source names and the institution adds. */
export const OWN: Source = { document: 'own', line: '本单位补充' };

/** Words of sources that name no figure. */
export const AT_ONCE = t('立即', 'at once');
export const IN_GOOD_TIME = t('及时', 'in good time');
export const AS_FIT = t('酌情适时', 'as the case requires');

/** A duty without a figure: the source's words in place of one. */
export const unnumbered = (originalWords: Label) =>
  ({ amount: null, unit: 'hour', clock: 'now', originalWords }) as const;

export const hours = (amount: number) => ({ amount, unit: 'hour', clock: 'wall' }) as const;

const sentTo = (...targets: string[]): Obligation['metBy'][number] => ({
  event: 'report.sent',
  where: { target: targets },
});

/** A report to the institution above. */
export const SENT_UP: Rule['metBy'] = [sentTo('superior')];
/** A report to the own leaders, or, where the group sits above, to it. */
export const SENT_TO_GROUP: Rule['metBy'] = [sentTo('leader', 'superior')];
export const SENT_TO_LEADER: Rule['metBy'] = [sentTo('leader')];
export const SENT_TO_AUTHORITY: Rule['metBy'] = [sentTo('authority', 'superior')];
/** The public was told, or it was decided with a reason not to publish. */
export const PUBLISHED: Rule['metBy'] = [
  { event: 'wording.published' },
  { event: 'non_publication.approved' },
];

/** 领导小组审定: a majority votes, or the signed minutes of its meeting stand for the vote. */
export const groupStep = (label = t('领导小组审定', 'Decided by the leadership group')) =>
  ({
    key: 'group',
    label,
    role: 'group',
    mode: 'quorum',
    needed: 'majority',
    signedMinutesAllowed: true,
  }) satisfies Chain['steps'][number];

/** One person of a role signs. */
export const oneStep = (key: string, role: Chain['steps'][number]['role'], label: Label) =>
  ({ key, role, label, mode: 'any' }) satisfies Chain['steps'][number];

export const WORDINGS = ['reply', 'publication', 'internal_line'] as const;

/** The standard test of calm, with the source's own words for the mood. */
export const calmWhen = (mood: Label, source: Source): ResponsePlanInput['calm'] => ({
  ...standardCalm,
  tests: standardCalm.tests.map((one) => (one.key === 'mood_calm' ? { ...one, label: mood } : one)),
  source,
});

/** The review every closing needs, where the source asks for none itself. */
export const OWN_REVIEW: ResponsePlanInput['review'] = {
  required: true,
  label: t('原文未要求总结，本单位补充', 'The source asks for none; added by the institution'),
  source: OWN,
};

/** What a part of a plan has where it has nothing to say. */
export const EMPTY_PART = {
  formatVersion: 1,
  kind: 'fragment',
  categories: [],
  obligations: [],
  chains: [],
  reporting: [],
  patrols: [],
  flags: [],
  dropped: [],
} satisfies Partial<PlanPartInput>;

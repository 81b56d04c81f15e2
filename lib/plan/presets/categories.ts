import type { Label, ResponsePlanInput } from '../schema';
import { t } from './shorthand';

type CategoryRule = ResponsePlanInput['categories'][number];

/** C1: questions, doubts and requests are answered; nobody is ever referred for asking. */
export const inquiry = (handling: Label): CategoryRule => ({
  key: 'inquiry',
  label: t('询问、质疑、诉求', 'Question, doubt or request'),
  handling,
});

/** C2: the facts come first; authorities only where harm is serious and spreading goes on. */
export const maliciousSpread = (handling: Label): CategoryRule => ({
  key: 'malicious_spread',
  label: t('恶意传播或炒作', 'Malicious spreading'),
  handling,
});

/** C3: clarified as the law provides. */
export const falsehoodOrUnlawful = (handling: Label): CategoryRule => ({
  key: 'falsehood_or_unlawful',
  label: t(
    '捏造、歪曲、诽谤、煽动、涉嫌违法',
    'Fabrication, distortion, defamation, incitement, suspected offence',
  ),
  handling,
});

/** C4: adopted where it is good, and the person is told. */
export const suggestion = (handling: Label): CategoryRule => ({
  key: 'suggestion',
  label: t('有积极意义的建议', 'Constructive suggestion'),
  handling,
});

/** C2 as three school and company plans have it. */
export const TOLD_THEN_REFERRED = t(
  '依法告知真相和处置情况；造成重大负面影响或严重损失，且告知后仍继续传播的，商请执纪执法部门处理',
  'Tell the facts and what is being done, as the law provides; only where serious harm was done and spreading goes on after that, ask the competent authorities to act',
);

/** C4 as all of them have it. */
export const ADOPTED_AND_TOLD = t(
  '采纳建议并回复建议人',
  'Adopt the suggestion and tell the person so',
);

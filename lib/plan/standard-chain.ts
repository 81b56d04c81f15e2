import type { ApprovalChain, ApprovalObject } from './schema';

/**
 * A chain to begin with where a source names none: the deputy in charge, then the head. The unit's
 * own, to be changed at will.
 */
export function standardChain(
  objects: readonly ApprovalObject[],
  key = 'own_release',
): ApprovalChain {
  const signed = { mode: 'any', needed: 1, signedMinutesAllowed: false } as const;
  return {
    key,
    label: { zh: '分管领导审核，主要领导签发', en: 'Deputy in charge, then the head' },
    objects: [...objects],
    steps: [
      {
        key: 'deputy',
        label: { zh: '分管领导审核', en: 'Deputy in charge' },
        role: 'deputy',
        ...signed,
      },
      {
        key: 'leader',
        label: { zh: '主要领导签发', en: 'Head of the institution' },
        role: 'leader',
        ...signed,
      },
    ],
    source: { document: 'own', line: '本单位补充' },
  };
}

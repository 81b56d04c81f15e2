/**
 * Rules of notices that are about no incident, each with its sentence under `notices.rule`. A
 * sentence may have places, filled from the notice's `params`.
 */
export const HOUSE_RULES = [
  'swap.asked',
  'swap.accepted',
  'swap.declined',
  'swap.approved',
  'swap.refused',
  'swap.withdrawn',
  'swap.in_force',
  'cover.entered',
  'duty.patrolSoon',
  'duty.patrolMissed',
  'duty.handoverSoon',
  'duty.handoverUnsigned',
  'duty.handoverToReceive',
  'duty.summarySoon',
  'duty.summaryMissed',
  'duty.summaryFiled',
  'duty.zeroSoon',
  'duty.zeroMissed',
  'duty.zeroFiled',
  'delegation.given',
  'delegation.revoked',
  'unit.principal',
  'heightened.started',
  'heightened.ended',
  'acknowledgement.proposed',
  'acknowledgement.agreed',
  'acknowledgement.refused',
] as const;
export type HouseRule = (typeof HOUSE_RULES)[number];

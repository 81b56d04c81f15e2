import type { CommandInput } from '@/lib/incident/commands';
import {
  ASSIGNMENT_KINDS,
  FINDINGS,
  INSTRUCTION_SOURCES,
  REFERRAL_KINDS,
} from '@/lib/incident/keys';
import { PEOPLE, personId, WATER, type World } from '../incident-world';
import { any, type Draw, future, type Makers, past, shifted, some, unit } from './draw';
export const assigned = (world: World, draw: Draw): CommandInput<'assign'> => ({
  unitId: unit(draw),
  kind: any(ASSIGNMENT_KINDS, draw),
  isLead: draw.pick % 4 !== 0,
  requirement: '核实',
  dueAt: future(world, draw),
  acceptDueAt: draw.pick % 5 === 0 ? future(world, draw) : null,
  helperUnitIds: draw.pick % 7 === 0 ? [WATER] : [],
  points: draw.pick % 6 === 0 ? ['是否属实'] : [],
});

/** Assignments, instructions, what is asked of others. */
export const ORDER_MAKERS = {
  formTaskforce: (_, draw) => ({
    name: '专班',
    leadId: personId(any(PEOPLE, draw)),
    memberIds: PEOPLE.slice(0, draw.pick % 4).map(personId),
    tasks: ['核实'],
  }),
  changeTaskforce: (world, draw) => ({
    taskforceId: some('taskforces', world, draw),
    name: '专班',
    leadId: personId(any(PEOPLE, draw)),
    tasks: [],
  }),
  dissolveTaskforce: (world, draw) => ({
    taskforceId: some('taskforces', world, draw),
    reason: '已处置完毕',
  }),
  assign: assigned,
  acceptAssignment: (world, draw) => ({ assignmentId: some('assignments', world, draw) }),
  feedBack: (world, draw) => ({
    assignmentId: some('assignments', world, draw),
    answers: draw.flag ? [{ point: 0, finding: 'unverifiable', said: '无法核实' }] : [],
    finding: any(FINDINGS, draw),
    course: '经过',
    ...(draw.pick % 3 === 0
      ? { promise: '退费', promiseDueAt: future(world, { ...draw, flag: true }) }
      : {}),
  }),
  refuseAssignment: (world, draw) => ({
    assignmentId: some('assignments', world, draw),
    reason: '不属本单位职责',
  }),
  keepPromise: (world, draw) => ({
    assignmentId: some('assignments', world, draw),
    note: '已退费',
    keptAt: past(world, draw),
  }),
  handOverAccountability: (world, draw) => ({
    body: '县纪委',
    number: '云教纪移〔2026〕1号',
    content: '经办人未按规定上报',
    handedAt: past(world, draw),
  }),
  answerAccountability: (world, draw) => ({
    accountabilityId: some('accountability', world, draw),
    answer: '已受理',
  }),
  signFeedback: (world, draw) => ({ assignmentId: some('assignments', world, draw) }),
  returnFeedback: (world, draw) => ({
    assignmentId: some('assignments', world, draw),
    reason: '补',
  }),
  settleAssignment: (world, draw) => ({ assignmentId: some('assignments', world, draw) }),
  urge: (world, draw) => ({ assignmentId: some('assignments', world, draw) }),
  recordMeasure: (world, draw) => ({
    content: '围挡',
    takenAt: past(world, draw),
    plannedId: draw.pick % 2 === 0 ? some('measures', world, draw) : null,
  }),
  planMeasure: (world, draw) => ({ content: '换管', dueAt: shifted(world, draw.back + 1) }),
  recordInstruction: (world, draw) => ({
    source: any(INSTRUCTION_SOURCES, draw),
    number: '教舆转〔2026〕12号',
    issuer: '上级单位',
    content: '请核实',
    receivedAt: past(world, draw),
    dueAt: future(world, draw),
    replyOwed: draw.flag,
  }),
  answerInstruction: (world, draw) => ({
    instructionId: some('instructions', world, draw),
    answer: '已核实',
  }),
  recordConsultation: (world, draw) => ({
    heldAt: past(world, draw),
    attendees: '办公室、承办单位',
    decisions: '先核实再答复',
  }),
  refer: (_, draw) => ({
    kind: any(REFERRAL_KINDS, draw),
    recipient: draw.flag ? '邻县教育部门' : null,
    content: '请予支持',
  }),
  answerReferral: (world, draw) => ({
    referralId: some('referrals', world, draw),
    accepts: draw.flag,
    answer: '收到',
  }),
} satisfies Makers;

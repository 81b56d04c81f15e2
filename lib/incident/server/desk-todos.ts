import 'server-only';
import type { Role } from '@/lib/access/roles';
import type { Instant } from '@/lib/calendar/instant';
import type { Label } from '@/lib/plan/schema';
import { getPlanVersion } from '@/lib/plan/server';
import { Prisma, prisma } from '@/lib/platform/db';
import type { Actor } from '../context';
import { mightActAt, stepsActedFor } from './acting-at';
import { signsAt } from './signs-at';
import { visibleTo } from './visible';

/** What can wait for a person; each has its sentence and its verb. */
export type TodoKind =
  | 'approve'
  | 'acknowledge_escalation'
  | 'accept'
  | 'feed_back'
  | 'redo_feedback'
  | 'decide_grade'
  | 'confirm_category'
  | 'confirm_dismissal'
  | 'approve_non_publication'
  | 'approve_review'
  | 'countersign_matter'
  | 'acknowledge_report'
  | 'countersign_acting'
  | 'sign_feedback'
  | 'reassign'
  | 'check_feedback'
  | 'answer_instruction'
  | 'answer_referral'
  | 'revise_wording';

/** One line of 待我处理. */
export interface Todo {
  kind: TodoKind;
  /** The row it is about: step, assignment, deadline, report … */
  refId: string;
  incidentId: string;
  number: string;
  title: string | null;
  isDrill: boolean;
  /** What it is about beside the incident: title of a wording, number of an assignment, a grade. */
  about: string | null;
  /** Name of the grade to decide, as the incident's plan calls it. */
  level?: Label | undefined;
  since: Instant;
}

const MOST = 30;

interface Branch {
  /** `act_for_group` is a signature that the leader on duty may give; see `mightActAt`. */
  kind: TodoKind | 'act_for_group';
  roles: readonly Role[];
  /** Only incidents of the own institution. */
  isOwn?: true;
  /** Table and alias `x`, joined to the incident `i`. */
  from: Prisma.Sql;
  where: (actor: Actor) => Prisma.Sql;
  refId?: Prisma.Sql;
  about?: Prisma.Sql;
  since: Prisma.Sql;
}

const LEADERS: readonly Role[] = ['deputy', 'leader'];
/** Whom a plan names for a step, who holds an authority of one of them, who is leader on duty. */
const SIGNERS: readonly Role[] = [
  ...LEADERS,
  'office',
  'officer',
  'member',
  'spokesperson',
  'handler',
];
const NONE = Prisma.sql`NULL::text`;
const OWN_ORG = (actor: Actor) => Prisma.sql`i."orgId" = ${actor.orgId}::uuid`;

const joined = (table: string) => Prisma.raw(`"${table}" x JOIN seen i ON i.id = x."incidentId"`);
/** Asked incident by incident, where what is over stays in the state that would wait. */
const ofEach = (table: string) =>
  Prisma.raw(`seen i CROSS JOIN LATERAL
    (SELECT * FROM "${table}" y WHERE y."incidentId" = i.id OFFSET 0) x`);
const INCIDENT = Prisma.raw('seen i');
const APPROVAL = Prisma.raw(`"ApprovalStep" x JOIN seen i ON i.id = x."incidentId"
  JOIN "ApprovalRun" r ON r.id = x."runId" JOIN "Wording" w ON w.id = r."wordingId"`);

const by = (column: string, actor: Actor) =>
  Prisma.sql`${Prisma.raw(`x."${column}"`)} <> ${actor.id}::uuid`;

/** Whoever answers for an institution has the orders from above to any of its units. */
const IN_CHARGE: readonly Role[] = ['office', 'leader'];

/** An assignment in this state waits for the unit it went to, or for who answers for its institution. */
function order(kind: TodoKind, state: string, since: Prisma.Sql): Branch {
  const isFor = ({ roles, unitId, orgId }: Actor) =>
    Prisma.join(
      [
        ...(roles.includes('handler') ? [Prisma.sql`x."unitId" = ${unitId}::uuid`] : []),
        ...(roles.some((role) => IN_CHARGE.includes(role))
          ? [Prisma.sql`x."toOrgId" = ${orgId}::uuid`]
          : []),
      ],
      ' OR ',
    );
  return {
    kind,
    roles: ['handler', ...IN_CHARGE],
    from: joined('Assignment'),
    where: (actor) => Prisma.sql`x.state = ${state} AND (${isFor(actor)})`,
    about: Prisma.sql`x.number`,
    since,
  };
}

/**
 * A step open for somebody who has not signed in its run; that is asked run by run, since what
 * somebody has signed in all years is much more than what is open.
 */
const signature = (kind: Branch['kind'], isTheirs: (actor: Actor) => Prisma.Sql): Branch => ({
  kind,
  roles: [...SIGNERS],
  from: APPROVAL,
  where: (actor) => Prisma.sql`x.state = 'open' AND r.state IN ('running', 'released')
    AND ${isTheirs(actor)} AND NOT w."drafterIds" @> to_jsonb(${actor.id}::text)
    AND NOT EXISTS (SELECT FROM "ApprovalDecision" a WHERE a."runId" = x."runId"
      AND a."personId" = ${actor.id}::uuid
      AND (a."stepId" <> x.id OR a."voidedAt" IS NULL) OFFSET 0)`,
  about: Prisma.sql`w.title`,
  since: Prisma.sql`x."openedAt"`,
});

const BRANCHES: readonly Branch[] = [
  signature('approve', (actor) => signsAt(actor, 'x')),
  signature('act_for_group', (actor) => mightActAt(actor, 'x')),
  {
    kind: 'acknowledge_escalation',
    roles: ['officer', 'office', 'deputy', 'leader', 'handler'],
    from: joined('Deadline'),
    where: (actor) => Prisma.sql`x.state IN ('open', 'breached') AND x."acknowledgedAt" IS NULL
      AND x."stepsDone" > 0 AND EXISTS (SELECT FROM "Escalation" e WHERE e."deadlineId" = x.id
        AND e."recipientIds" @> to_jsonb(${actor.id}::text))`,
    since: Prisma.sql`coalesce(x."dueAt", x."startedAt")`,
  },
  order('accept', 'issued', Prisma.sql`x."issuedAt"`),
  order('feed_back', 'accepted', Prisma.sql`x."acceptedAt"`),
  order(
    'redo_feedback',
    'returned',
    Prisma.sql`coalesce(x."returnedAt", x."acceptedAt", x."issuedAt")`,
  ),
  {
    kind: 'sign_feedback',
    roles: ['handler', ...LEADERS],
    from: joined('Assignment'),
    where: (actor) => Prisma.sql`x.state = 'to_sign'
      AND x."signerIds" @> to_jsonb(${actor.id}::text)`,
    about: Prisma.sql`x.number`,
    since: Prisma.sql`x."writtenAt"`,
  },
  {
    kind: 'reassign',
    roles: ['office'],
    isOwn: true,
    from: joined('Assignment'),
    where: () => Prisma.sql`x.state = 'refused' AND NOT EXISTS (SELECT FROM "Assignment" y
      WHERE y."incidentId" = x."incidentId" AND y."issuedAt" > x."refusedAt")`,
    about: Prisma.sql`x.number`,
    since: Prisma.sql`x."refusedAt"`,
  },
  {
    kind: 'decide_grade',
    roles: LEADERS,
    isOwn: true,
    from: INCIDENT,
    // A proposal made since the last decision; one the leader did not follow is
    // settled. Asked incident by incident: those with an open proposal are few.
    where: () => Prisma.sql`i."proposedGrade" IS NOT NULL
      AND i."proposedGrade" IS DISTINCT FROM i."opinionGrade"
      AND (SELECT max(a."assessedAt") FROM "Assessment" a WHERE a."incidentId" = i.id
        AND a."proposedGrade" IS NOT NULL) > coalesce(i."gradedAt", '-infinity')`,
    refId: Prisma.sql`i."planVersionId"`,
    about: Prisma.sql`i."proposedGrade"`,
    since: Prisma.sql`i."updatedAt"`,
  },
  {
    kind: 'confirm_category',
    roles: [...LEADERS, 'office'],
    isOwn: true,
    from: joined('Categorisation'),
    where: (actor) => Prisma.sql`x.state = 'proposed' AND ${by('proposedBy', actor)}`,
    about: Prisma.sql`x.category`,
    since: Prisma.sql`x."proposedAt"`,
  },
  {
    kind: 'confirm_dismissal',
    roles: [...LEADERS, 'office'],
    isOwn: true,
    from: INCIDENT,
    where: (actor) => Prisma.sql`i."dismissalProposedAt" IS NOT NULL
      AND i."dismissedAt" IS NULL AND i."dismissalProposedBy" <> ${actor.id}::uuid`,
    refId: Prisma.sql`i.id`,
    since: Prisma.sql`i."dismissalProposedAt"`,
  },
  {
    kind: 'approve_non_publication',
    roles: LEADERS,
    isOwn: true,
    from: joined('NonPublication'),
    where: (actor) => Prisma.sql`x.state = 'proposed' AND ${by('proposedBy', actor)}`,
    since: Prisma.sql`x."proposedAt"`,
  },
  {
    kind: 'approve_review',
    roles: LEADERS,
    isOwn: true,
    from: joined('Review'),
    where: (actor) => Prisma.sql`x.state = 'draft' AND ${by('writtenBy', actor)}`,
    since: Prisma.sql`x."writtenAt"`,
  },
  {
    kind: 'countersign_matter',
    roles: LEADERS,
    isOwn: true,
    from: joined('MatterReport'),
    where: (actor) => Prisma.sql`x."countersignedAt" IS NULL AND ${by('reportedBy', actor)}`,
    since: Prisma.sql`x."reportedAt"`,
  },
  {
    kind: 'countersign_acting',
    roles: LEADERS,
    isOwn: true,
    from: joined('StandIn'),
    where: (actor) => Prisma.sql`x.kind = 'acting' AND x."countersignedAt" IS NULL
      AND ${by('personId', actor)}`,
    since: Prisma.sql`x."usedAt"`,
  },
  {
    kind: 'acknowledge_report',
    roles: ['deputy', 'leader'],
    isOwn: true,
    from: ofEach('Report'),
    where: (actor) => Prisma.sql`x."acknowledgedAt" IS NULL AND x.target = 'leader'
      AND ${by('sentBy', actor)}`,
    since: Prisma.sql`x."sentAt"`,
  },
  {
    kind: 'acknowledge_report',
    roles: ['officer', 'office'],
    from: joined('Report'),
    where: (actor) => Prisma.sql`x."acknowledgedAt" IS NULL AND x."toOrgId" = ${actor.orgId}::uuid`,
    since: Prisma.sql`x."sentAt"`,
  },
  {
    kind: 'check_feedback',
    roles: ['office'],
    isOwn: true,
    from: ofEach('Assignment'),
    where: () => Prisma.sql`x.state = 'fed_back'`,
    about: Prisma.sql`x.number`,
    since: Prisma.sql`x."fedBackAt"`,
  },
  {
    kind: 'answer_instruction',
    roles: ['office'],
    isOwn: true,
    from: joined('Instruction'),
    where: () => Prisma.sql`x."replyOwed" AND x."answeredAt" IS NULL`,
    about: Prisma.sql`x.number`,
    since: Prisma.sql`x."receivedAt"`,
  },
  {
    kind: 'answer_referral',
    roles: ['office', ...LEADERS],
    from: joined('Referral'),
    where: (actor) => Prisma.sql`x.state = 'requested' AND x."toOrgId" = ${actor.orgId}::uuid`,
    since: Prisma.sql`x."requestedAt"`,
  },
  {
    kind: 'revise_wording',
    roles: ['office', 'handler', 'spokesperson'],
    from: joined('Wording'),
    where: (actor) => Prisma.sql`x.state = 'returned' AND x."createdBy" = ${actor.id}::uuid`,
    about: Prisma.sql`x.title`,
    since: Prisma.sql`x."createdAt"`,
  },
];

/**
 * Incidents in hand that this person sees and has no interest in. Found once for all kinds: whom a
 * right reaches is the costly part of the question, and planning it for each kind took longer than
 * the answer.
 */
const seenBy = (actor: Actor) => Prisma.sql`seen AS MATERIALIZED (SELECT i.id, i.number, i.title,
    i."isDrill", i."orgId", i."planVersionId", i."proposedGrade", i."opinionGrade", i."gradedAt",
    i."updatedAt", i."dismissalProposedAt", i."dismissalProposedBy", i."dismissedAt"
  FROM "Incident" i WHERE i.stage NOT IN ('closed', 'archived', 'dismissed') AND ${visibleTo(actor)}
    AND NOT EXISTS (SELECT FROM "Recusal" v
      WHERE v."incidentId" = i.id AND v."personId" = ${actor.id}::uuid))`;

function select(branch: Branch, actor: Actor): Prisma.Sql {
  const { kind, from, where, since } = branch;
  const refId = branch.refId ?? Prisma.sql`x.id`;
  return Prisma.sql`(SELECT ${kind}::text AS kind, ${refId} AS "refId", i.id AS "incidentId",
    i.number, i.title, i."isDrill", ${branch.about ?? NONE} AS about, ${since} AS since
    FROM ${from} WHERE ${where(actor)} AND ${branch.isOwn ? OWN_ORG(actor) : Prisma.sql`true`}
    ORDER BY ${since} LIMIT ${MOST})`;
}

/** A line as the database writes it: its time is any ISO text. */
export type FoundTodo = Omit<Todo, 'kind'> & Pick<Branch, 'kind'>;

/** The question what waits for this person, longest waiting first; at most thirty of each kind. */
export function todosOf(actor: Actor): Prisma.Sql {
  const branches = BRANCHES.filter(({ roles }) => actor.roles.some((role) => roles.includes(role)));
  if (branches.length === 0) return Prisma.sql`SELECT WHERE false`;
  const union = Prisma.join(
    branches.map((branch) => select(branch, actor)),
    ' UNION ALL ',
  );
  return Prisma.sql`WITH ${seenBy(actor)} SELECT * FROM (${union}) AS todo ORDER BY since`;
}

/** Of what was found, what is this person's. */
export async function theirTodos(actor: Actor, found: readonly FoundTodo[]): Promise<Todo[]> {
  const acted = await stepsActedFor(
    actor,
    found.flatMap(({ kind, refId: stepId, incidentId }) =>
      kind === 'act_for_group' ? [{ stepId, incidentId }] : [],
    ),
  );
  const todos = found.flatMap(({ kind, ...row }): Todo[] => {
    if (kind === 'act_for_group' && !acted.has(row.refId)) return [];
    const said = kind === 'act_for_group' ? 'approve' : kind;
    return [{ ...row, kind: said, since: new Date(row.since).toISOString() }];
  });
  return (await Promise.all(todos.map((todo) => forThem(actor, todo)))).flat();
}

/** A grade is for those whom the incident's plan lets decide it. */
async function forThem(actor: Actor, todo: Todo): Promise<Todo[]> {
  if (todo.kind !== 'decide_grade') return [todo];
  const { plan } = await getPlanVersion(prisma, todo.refId);
  const level = plan.levels.find((one) => one.key === todo.about);
  const isTheirs = actor.roles.some((role) => level?.deciders.includes(role) ?? false);
  return isTheirs ? [{ ...todo, level: level?.label }] : [];
}

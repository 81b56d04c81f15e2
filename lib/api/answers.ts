import { z } from 'zod';
import { type JsonSchema, jsonSchemaOf } from '@/lib/incident/command-schemas';
import { CATEGORIES, STAGES } from '@/lib/incident/keys';
import { FINDING_CODES } from '@/lib/plan/review/finding';
import { TASK_KINDS, TASK_STATES } from '@/lib/shift/task';

const instant = z.string().meta({ format: 'date-time' });
const stage = z.enum(STAGES);
const rows = z.array(z.looseObject({ id: z.string() }));
const list = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

const listed = z.looseObject({
  id: z.string(),
  number: z.string(),
  title: z.string().nullable(),
  stage,
  provisionalGrade: z.string().nullable(),
  opinionGrade: z.string().nullable(),
  eventGrade: z.string().nullable(),
  category: z.enum(CATEGORIES).nullable(),
  nextDueAt: instant.nullable(),
  overdueCount: z.int(),
  version: z.int(),
  discoveredAt: instant,
});

const deadlineStatus = z.enum(['open', 'met', 'late', 'breached', 'cancelled']);

const deadline = z.looseObject({
  id: z.string(),
  key: z.string(),
  title: z.string(),
  start: z.string(),
  startedAt: instant,
  amount: z.number().nullable(),
  unit: z.string(),
  clock: z.string(),
  dueAt: instant.nullable(),
  status: deadlineStatus,
  pausedAt: instant.nullable(),
  resumesAt: instant.nullable(),
  metAt: instant.nullable(),
  owner: z.string(),
  explanation: z.array(z.string()),
});

const standing = z.object({
  dueAt: instant.nullable(),
  status: deadlineStatus,
  pausedUntil: instant.nullable(),
});

const limitEffect = z.object({
  deadlineId: z.string().nullable(),
  key: z.string(),
  rule: z.string(),
  title: z.string(),
  change: z.enum(['opened', 'reopened', 'moved', 'paused', 'resumed', 'cancelled', 'met', 'kept']),
  before: standing.nullable(),
  after: standing.nullable(),
  explanation: z.array(z.string()),
});

const wording = z.looseObject({
  id: z.string(),
  kind: z.string(),
  title: z.string().nullable(),
  state: z.string(),
  currentVersion: z.int(),
  versions: z.array(
    z.object({
      number: z.int(),
      body: z.string().nullable(),
      contentHash: z.string(),
      authorId: z.string(),
      createdAt: instant,
    }),
  ),
  approval: z
    .looseObject({
      state: z.string(),
      steps: z.array(
        z.looseObject({
          role: z.string(),
          state: z.string(),
          needed: z.int(),
          candidates: z.array(z.string()),
          decisions: z.array(z.looseObject({ personId: z.string(), decision: z.string() })),
        }),
      ),
    })
    .nullable(),
});

const event = z.object({
  seq: z.int(),
  type: z.string(),
  actor: z.object({ kind: z.string(), id: z.string(), role: z.string().optional() }),
  occurredAt: instant,
  recordedAt: instant,
  payload: z.record(z.string(), z.unknown()),
  hash: z.string(),
  prevHash: z.string(),
});

const evidence = z.object({
  id: z.string(),
  fileName: z.string().nullable(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  about: z.string().nullable(),
  attachedBy: z.string(),
  attachedAt: instant,
});

const person = z.looseObject({ id: z.string(), name: z.string() }).nullable();

const schemas = {
  health: z.object({
    status: z.enum(['ok', 'degraded']),
    database: z.string(),
    worker: z.object({ alive: z.boolean(), lagMs: z.number(), overdueUnfired: z.int() }),
    version: z.string(),
  }),
  incidentList: list(listed),
  logged: z.object({ id: z.string(), number: z.string(), version: z.int(), stage }),
  changed: z.object({
    version: z.int(),
    stage,
    events: z.array(z.object({ seq: z.int(), type: z.string() })),
  }),
  previewed: z.object({
    dryRun: z.literal(true),
    version: z.int(),
    stage,
    events: z.array(z.object({ type: z.string() })),
    effects: z.array(limitEffect),
  }),
  incident: listed.extend({
    plan: z.object({ key: z.string(), version: z.int() }),
    deadlines: z.array(deadline),
    reports: rows,
    assignments: rows,
    wordings: z.array(wording),
    replies: rows,
    publications: rows,
    measures: rows,
    samples: rows,
    review: z.looseObject({}).nullable(),
    mentions: rows,
    allowedCommands: z.array(z.string()),
  }),
  timeline: z.object({ items: z.array(event) }),
  evidenceList: list(evidence),
  evidenceReceived: evidence.extend({ status: z.enum(['created', 'duplicate']) }),
  commandList: list(
    z.object({
      type: z.string(),
      roles: z.array(z.string()),
      schema: z.record(z.string(), z.unknown()),
    }),
  ),
  planList: list(z.looseObject({ key: z.string(), kind: z.enum(['adopted', 'preset']) })),
  checkedPlan: z.object({
    valid: z.boolean(),
    publishable: z.boolean(),
    plan: z.looseObject({ key: z.string() }).nullable(),
    problems: z.array(
      z.object({
        path: z.string(),
        message: z.string(),
        code: z.string().optional(),
        line: z.int().optional(),
        column: z.int().optional(),
      }),
    ),
    findings: z.array(
      z.looseObject({
        code: z.enum(FINDING_CODES),
        severity: z.enum(['error', 'warning', 'note']),
        path: z.string(),
        message: z.string(),
      }),
    ),
  }),
  trial: z.looseObject({
    suggestedGrade: z.string().nullable(),
    grade: z.string().nullable(),
    reasons: z.array(z.string()),
    missing: z.array(z.string()),
    scales: z.record(z.string(), z.string()),
    deadlines: z.array(
      z.looseObject({
        key: z.string(),
        title: z.string(),
        dueAt: instant.nullable(),
        clock: z.string(),
        source: z.string(),
        explanation: z.array(z.string()),
      }),
    ),
    approvals: z.array(z.looseObject({ object: z.string(), steps: z.array(z.looseObject({})) })),
    reporting: z.array(z.looseObject({ key: z.string(), label: z.string(), target: z.string() })),
    warnings: z.array(z.string()),
  }),
  due: z.object({
    dueAt: instant.nullable(),
    explanation: z.array(z.string()),
    warnings: z.array(z.string()),
  }),
  onDuty: z.looseObject({ officer: person, backup: person, leader: person, source: z.string() }),
  dutyTasks: z.looseObject({
    items: z.array(
      z.looseObject({
        id: z.string(),
        kind: z.enum(TASK_KINDS),
        state: z.enum(TASK_STATES),
        startsAt: z.string(),
        dueAt: z.string(),
        missedAt: z.string().nullable(),
        doneAt: z.string().nullable(),
        outcome: z.string().nullable(),
      }),
    ),
    nextBefore: z.string().nullable(),
  }),
  verified: z.looseObject({
    ok: z.boolean(),
    events: z.int(),
    firstBad: z.looseObject({ seq: z.int().nullable(), reason: z.string() }).optional(),
    evidence: z
      .object({
        files: z.int(),
        firstBad: z
          .object({ evidenceId: z.string(), fault: z.enum(['missing', 'changed']) })
          .optional(),
      })
      .optional(),
  }),
};

/** What each address answers with, as JSON Schema. Answers may grow fields, never lose them. */
export const answers = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => [name, jsonSchemaOf(schema)]),
) as Record<keyof typeof schemas, JsonSchema>;

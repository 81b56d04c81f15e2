import { z } from 'zod';
import { PROBLEM_STATUS } from '@/lib/access/problem';
import { CLOCKS, DUE_UNITS } from '@/lib/calendar';
import { documentQuery } from '@/lib/document/query';
import { ROSTER_REFUSALS } from '@/lib/duty/refusal';
import { commandList, type JsonSchema, jsonSchemaOf } from '@/lib/incident/command-schemas';
import { commands } from '@/lib/incident/commands';
import { CATEGORIES, GRADES, STAGES } from '@/lib/incident/keys';
import { REFUSALS } from '@/lib/incident/refusal';
import { FILE_FORMATS } from '@/lib/plan/file';
import { PLAN_REFUSALS } from '@/lib/plan/refusal';
import { trialInput } from '@/lib/plan/trial-input';
import { SHIFT_REFUSALS } from '@/lib/shift/refusal';
import { TASK_KINDS, TASK_STATES } from '@/lib/shift/task';
import { WORKSHOP_REFUSALS } from '@/lib/wording/refusal';
import { answers } from './answers';

interface Operation {
  summary: string;
  parameters?: object[];
  body?: JsonSchema;
  /** Media type of the body; JSON unless told. */
  bodyType?: string;
  answer: JsonSchema;
  /** Media type of the answer; JSON unless told. */
  answerType?: string;
  /** Status of success, and any other way to succeed with the same answer. */
  status?: number;
  also?: Record<number, string>;
  isPublic?: boolean;
}

const text: JsonSchema = { type: 'string' };
const when: JsonSchema = { type: 'string', format: 'date-time' };

const inQuery = (name: string, schema: JsonSchema, required = false) => ({
  name,
  in: 'query',
  required,
  schema,
});
/** Every field of a schema as a parameter in the address. */
const inQueryAll = ({ properties }: JsonSchema) =>
  Object.entries((properties ?? {}) as Record<string, JsonSchema>).map(([name, schema]) =>
    inQuery(name, schema),
  );
const inPath = (name: string) => ({ name, in: 'path', required: true, schema: text });
const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 200 },
};

const evidenceUpload: JsonSchema = {
  type: 'object',
  properties: {
    file: { type: 'string', format: 'binary' },
    about: { type: 'string', maxLength: 200 },
  },
  required: ['file'],
};

/** Address → method → what it does. The names are the contract; see docs/api.md. */
function operations(): Record<string, Record<string, Operation>> {
  return {
    '/api/health': {
      get: { summary: 'Whether the product works', answer: answers.health, isPublic: true },
    },
    '/api/v1/incidents': {
      get: {
        summary: 'Incidents the caller may see, newest first',
        parameters: [
          inQuery('stage', { type: 'string', examples: [STAGES.join(',')] }),
          inQuery('grade', { type: 'string', examples: [GRADES.join(',')] }),
          inQuery('category', { type: 'string', examples: [CATEGORIES.join(',')] }),
          inQuery('q', { type: 'string', maxLength: 200 }),
          inQuery('overdue', { type: 'boolean' }),
          inQuery('unit', text),
          inQuery('from', when),
          inQuery('to', when),
          inQuery('cursor', text),
          inQuery('limit', { type: 'integer', minimum: 1, maximum: 200, default: 50 }),
        ],
        answer: answers.incidentList,
      },
      post: {
        summary: 'Log an incident',
        parameters: [idempotencyKey],
        body: jsonSchemaOf(commands.log.input),
        answer: answers.logged,
        status: 201,
      },
    },
    '/api/v1/incidents/{id}': {
      get: { summary: 'The whole incident', parameters: [inPath('id')], answer: answers.incident },
    },
    '/api/v1/incidents/{id}/commands': {
      post: {
        summary: 'Give a command; one schema per type. With `dryRun` nothing changes',
        parameters: [inPath('id'), idempotencyKey],
        body: { oneOf: commandBodies() },
        answer: { oneOf: [answers.changed, answers.previewed] },
      },
    },
    '/api/v1/incidents/{id}/timeline': {
      get: {
        summary: 'Everything that happened, in order',
        parameters: [inPath('id')],
        answer: answers.timeline,
      },
    },
    '/api/v1/incidents/{id}/export': {
      get: {
        summary: 'The timeline as a signed bundle (jsonl) or CSV, a document (docx), tables (xlsx)',
        parameters: [
          inPath('id'),
          inQuery('format', { enum: ['jsonl', 'csv', 'docx', 'xlsx'] }),
          ...inQueryAll(jsonSchemaOf(documentQuery)),
        ],
        answer: { type: 'string' },
        answerType: '*/*',
      },
    },
    '/api/v1/incidents/{id}/evidence': {
      get: {
        summary: 'Files kept as evidence, each with its SHA-256',
        parameters: [inPath('id')],
        answer: answers.evidenceList,
      },
      post: {
        summary: 'Keep a file as evidence; judged by its content, at most 50 MB',
        parameters: [inPath('id')],
        body: evidenceUpload,
        bodyType: 'multipart/form-data',
        answer: answers.evidenceReceived,
        status: 201,
        also: { 200: 'The incident held the same content before' },
      },
    },
    '/api/v1/incidents/{id}/evidence/{evidenceId}': {
      get: {
        summary: 'One file; the download is recorded',
        parameters: [inPath('id'), inPath('evidenceId')],
        answer: { type: 'string', format: 'binary' },
        answerType: '*/*',
      },
    },
    '/api/v1/commands': {
      get: { summary: 'Every command with its JSON Schema', answer: answers.commandList },
    },
    '/api/v1/plans': { get: { summary: 'Adopted plans and presets', answer: answers.planList } },
    '/api/v1/plans/{key}': {
      get: { summary: 'One plan, whole', parameters: [inPath('key')], answer: { type: 'object' } },
    },
    '/api/v1/plans/{key}/export': {
      get: {
        summary: 'One plan as a file; reading it back gives the same plan',
        parameters: [
          inPath('key'),
          inQuery('format', { enum: [...FILE_FORMATS] }),
          inQuery('version', { type: 'integer', minimum: 1 }),
        ],
        answer: { type: 'string' },
        answerType: '*/*',
      },
    },
    '/api/v1/plans/schema': {
      get: { summary: 'JSON Schema of a plan file', answer: { type: 'object' } },
    },
    '/api/v1/plans/validate': {
      post: {
        summary: 'What a plan file (JSON or YAML) is worth in this institution; nothing is kept',
        body: { type: 'string' },
        bodyType: '*/*',
        answer: answers.checkedPlan,
      },
    },
    '/api/v1/plans/{key}/simulate': {
      post: {
        summary: 'What a plan would do with a case; nothing is stored',
        parameters: [inPath('key')],
        body: jsonSchemaOf(trialInput),
        answer: answers.trial,
      },
    },
    '/api/v1/calendar/due': {
      get: {
        summary: 'When a time limit falls due, and why',
        parameters: [
          inQuery('start', when, true),
          inQuery('clock', { enum: [...CLOCKS] }, true),
          inQuery('amount', { type: 'number' }),
          inQuery('unit', { enum: [...DUE_UNITS] }),
          inQuery('at', { type: 'string', examples: ['18:00'] }),
          inQuery('on', { type: 'string', examples: ['12-31'] }),
          inQuery('times', { type: 'string', examples: ['08:30,18:00'] }),
        ],
        answer: answers.due,
      },
    },
    '/api/v1/roster/on-duty': {
      get: { summary: 'Who is on duty', parameters: [inQuery('at', when)], answer: answers.onDuty },
    },
    '/api/v1/roster/export': {
      get: {
        summary: 'The roster of a month as docx, xlsx or csv',
        parameters: [
          inQuery('month', { type: 'string', examples: ['2026-11'] }, true),
          inQuery('format', { enum: ['docx', 'xlsx', 'csv'] }),
        ],
        answer: { type: 'string' },
        answerType: '*/*',
      },
    },
    '/api/v1/roster/feed/{secret}': {
      get: {
        summary: 'A calendar feed by its secret address (iCalendar)',
        parameters: [inPath('secret')],
        answer: { type: 'string' },
        answerType: 'text/calendar',
        isPublic: true,
      },
    },
    '/api/v1/duty/tasks': {
      get: {
        summary: 'Patrols, handovers, daily summaries and zero reports, newest first',
        parameters: [
          inQuery('kind', { enum: [...TASK_KINDS] }),
          inQuery('state', { enum: [...TASK_STATES] }),
          inQuery('from', when),
          inQuery('to', when),
          inQuery('before', when),
          inQuery('limit', { type: 'integer', minimum: 1, maximum: 200, default: 50 }),
        ],
        answer: answers.dutyTasks,
      },
    },
    '/api/v1/audit/verify': {
      get: {
        summary: 'Check a stream: hashes, and replay against the rows',
        parameters: [inQuery('stream', text, true)],
        answer: answers.verified,
      },
    },
    '/api/v1/audit/public-key': {
      get: {
        summary: 'Key that signs exports (PEM)',
        answer: { type: 'string' },
        answerType: 'application/x-pem-file',
        isPublic: true,
      },
    },
    '/api/v1/openapi.json': {
      get: { summary: 'This description', answer: { type: 'object' }, isPublic: true },
    },
  };
}

function commandBodies(): JsonSchema[] {
  return commandList().map(({ type, schema }) => ({
    ...schema,
    title: type,
    properties: {
      type: { const: type },
      expectedVersion: { type: 'integer', minimum: 0 },
      dryRun: { type: 'boolean' },
      ...(schema.properties as object | undefined),
    },
    required: ['type', ...((schema.required as string[] | undefined) ?? [])],
  }));
}

const problem: JsonSchema = jsonSchemaOf(
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(PROBLEM_STATUS) as [string, ...string[]]),
    detail: z.string().optional(),
    instance: z.string(),
    reason: z
      .enum([
        ...REFUSALS,
        ...PLAN_REFUSALS,
        ...ROSTER_REFUSALS,
        ...SHIFT_REFUSALS,
        ...WORKSHOP_REFUSALS,
      ])
      .optional(),
    context: z.record(z.string(), z.unknown()).optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    reference: z.string().optional(),
  }),
);

function described(operation: Operation) {
  const { summary, parameters, body, answer, status = 200, also = {}, isPublic } = operation;
  const { bodyType = 'application/json', answerType = 'application/json' } = operation;
  const content = { [answerType]: { schema: answer } };
  const failure = {
    description: 'A problem (RFC 9457)',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return {
    summary,
    ...(parameters ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: { [bodyType]: { schema: body } } } } : {}),
    ...(isPublic ? { security: [] } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries({ [status]: 'Done', ...also }).map(([code, description]) => [
          code,
          { description, content },
        ]),
      ),
      default: failure,
    },
  };
}

/** The API as OpenAPI 3.1, generated from the schemas that requests are parsed with. */
export function openApi(version: string): object {
  const paths = Object.entries(operations()).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [method, described(operation)]),
    ),
  ]);
  return {
    openapi: '3.1.0',
    info: { title: 'Huiying', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    security: [{ token: [] }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problem },
    },
  };
}

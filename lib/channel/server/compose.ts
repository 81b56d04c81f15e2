import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import { fill } from '@/lib/i18n/fill';
import type { Locale } from '@/lib/i18n/locales';
import type { MessageTree } from '@/lib/i18n/messages';
import { loadMessages } from '@/lib/i18n/server';
import { shownParams } from '@/lib/i18n/shown-params';
import { deadlineTitle } from '@/lib/incident/deadline-title';
import {
  bundleText,
  type MessageFacts,
  messageText,
  type OutsideWords,
} from '@/lib/notify/message-text';
import { sentenceOf } from '@/lib/notify/rule-sentence';
import { splitText } from '@/lib/notify/split-text';
import { getPlanVersion } from '@/lib/plan/server';
import type { Db } from '@/lib/platform/db';
import { publicUrl } from '@/lib/platform/env';
import type { Content, Waiting } from './parcel';

/** Bytes a part may lose because it ends at a line. */
const SLACK_BYTES = 400;

interface FoundIncident {
  id: string;
  number: string;
  title: string | null;
  grade: string | null;
  planVersionId: string;
}

interface FoundDeadline {
  id: string;
  key: string;
  rule: string;
  dueAt: Date | null;
}

/** What is known of messages at the moment they are sent. */
export interface Scene {
  incidents: Map<string, FoundIncident>;
  deadlines: Map<string, FoundDeadline>;
  plans: Map<string, Awaited<ReturnType<typeof getPlanVersion>>['plan']>;
  /** Business time. */
  now: Instant;
}

/** Reads what the messages are about as it stands now, so that remaining times are true. */
export async function readScene(db: Db, all: readonly Waiting[], now: Instant): Promise<Scene> {
  const incidentIds = [...new Set(all.flatMap((one) => one.incidentId ?? []))];
  const deadlineIds = [...new Set(all.flatMap((one) => one.deadlineId ?? []))];
  const incidents = await db.$queryRaw<FoundIncident[]>`
    SELECT id, number, title, "planVersionId",
      coalesce("opinionGrade", "provisionalGrade", "suggestedGrade") AS grade
    FROM "Incident" WHERE id = ANY(${incidentIds}::uuid[])`;
  const deadlines = await db.$queryRaw<FoundDeadline[]>`
    SELECT id, key, rule, "dueAt" FROM "Deadline" WHERE id = ANY(${deadlineIds}::uuid[])`;
  const plans: Scene['plans'] = new Map();
  for (const id of new Set(incidents.map((one) => one.planVersionId))) {
    plans.set(id, (await getPlanVersion(db, id)).plan);
  }
  return { incidents: byId(incidents), deadlines: byId(deadlines), plans, now };
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

interface Form {
  /** Of the person, or of the group. */
  language: Locale;
  textBytes: number;
  mostParts: number;
}

/**
 * What one message says, or several in one, the carrier first. Parts hold at most `textBytes`
 * each, and there are at most `mostParts`.
 */
export function compose(
  all: readonly Waiting[],
  scene: Scene,
  { language, textBytes, mostParts }: Form,
): Content {
  const { words, labels } = wordsOf(language);
  const facts = all.map((one) => factsOf(one, scene, labels, language));
  const [first] = facts;
  if (!first) throw new RangeError('nothing to say');
  const link = `${publicUrl()}/notifications`;
  const isBundle = all.length > 1;
  const incidents = new Set(all.flatMap(({ incidentId }) => incidentId ?? [])).size;
  const bundle = (maxBytes: number) =>
    splitText(bundleText(facts, maxBytes, link, words), textBytes);
  const single = () => splitText(messageText(first, scene.now, words, language), textBytes);
  let parts = isBundle ? bundle(textBytes + (mostParts - 1) * (textBytes - SLACK_BYTES)) : single();
  if (isBundle && parts.length > mostParts) parts = bundle(textBytes);
  return {
    subject: isBundle
      ? fill(words.bundleSubject, { count: all.length, incidents })
      : fill(words.subject, { number: first.number, sentence: first.sentence }),
    parts,
    sms: {
      number:
        incidents > 1
          ? fill(words.several, { number: first.number, count: incidents })
          : first.number,
      level: first.grade ?? '—',
      deadline: earliest(facts) ?? '—',
    },
    payload: isBundle
      ? { type: 'bundle', messages: all.map((one) => payloadOf(one, scene)) }
      : payloadOf(all[0] as Waiting, scene),
  };
}

function earliest(facts: readonly MessageFacts[]): string | null {
  return facts.flatMap(({ dueAt }) => dueAt ?? []).sort()[0] ?? null;
}

interface Labels {
  rules: MessageTree;
  grades: Record<string, string>;
  limit: string;
  /** Stands where the number of an incident would. */
  house: string;
}

function wordsOf(locale: Locale): { words: OutsideWords; labels: Labels } {
  const { outside, notices, words } = loadMessages(locale) as {
    outside: unknown;
    notices: { rule: MessageTree; limit: string };
    words: { grade: Record<string, string> };
  };
  const { house } = outside as OutsideWords;
  const labels = { rules: notices.rule, limit: notices.limit, grades: words.grade, house };
  return { words: outside as OutsideWords, labels };
}

function factsOf(
  one: Waiting,
  scene: Scene,
  { rules, grades, limit, house }: Labels,
  language: Locale,
): MessageFacts {
  const incident = scene.incidents.get(one.incidentId ?? '');
  const deadline = scene.deadlines.get(one.deadlineId ?? '');
  const plan = scene.plans.get(incident?.planVersionId ?? '');
  const duty = deadline && plan ? deadlineTitle(plan, deadline, language) : limit;
  const grade = incident?.grade ?? null;
  return {
    number: one.incidentId ? (incident?.number ?? '—') : house,
    isHouse: one.incidentId === null,
    title: incident?.title ?? null,
    grade: grade === null ? null : (grades[grade] ?? grade),
    sentence: fill(sentenceOf(rules, one.rule), {
      ...shownParams(one.params ?? {}, scene.now, language),
      deadline: duty,
    }),
    dueAt: deadline?.dueAt?.toISOString() ?? null,
    link: pageOf(one),
  };
}

/** For machines: keys and times, no free text. */
function payloadOf(waiting: Waiting, scene: Scene) {
  const { id, rule, eventType, seq, incidentId, deadlineId } = waiting;
  const incident = scene.incidents.get(incidentId ?? '');
  const deadline = scene.deadlines.get(deadlineId ?? '');
  return {
    messageId: id,
    rule,
    event: { type: eventType, seq },
    incident: incidentId
      ? { id: incidentId, number: incident?.number ?? null, grade: incident?.grade ?? null }
      : null,
    deadline: deadline
      ? { id: deadline.id, key: deadline.key, dueAt: deadline.dueAt?.toISOString() ?? null }
      : null,
    url: pageOf(waiting),
  };
}

/** Where it is dealt with: an escalation's page has the one button that acknowledges it. */
function pageOf({ href, rule, deadlineId, incidentId }: Waiting): string {
  const isEscalation = deadlineId !== null && rule.startsWith('escalation.');
  const page = isEscalation
    ? `/notifications/acknowledge/${deadlineId}`
    : `/incidents/${incidentId}`;
  return `${publicUrl()}${href ?? page}`;
}

/** What a test from the administration says. */
export function composeTest(channelName: string, locale: Locale): Content {
  const { outside } = loadMessages(locale) as { outside: { test: string } };
  return {
    subject: channelName,
    parts: [outside.test],
    sms: { number: 'TEST', level: '—', deadline: '—' },
    payload: { type: 'test' },
  };
}

import { z } from 'zod';
import { MINUTE_MS, parseInstant } from '@/lib/calendar/instant';
import { canonicalUrl } from '@/lib/mention/normalize';
import type { Decision } from '../decision';
import { command, whileOpen } from '../definition';
import {
  counts,
  flags,
  optionalCategory,
  optionalGrade,
  optionalId,
  optionalInstant,
  optionalText,
  text,
} from '../input';
import { MATTER_AUTHORITIES, MEDIA_TIERS } from '../keys';
import { factsOfMentions } from '../mention-facts';
import { suggest } from '../suggestion';
import { namedUnit, refuseIfFuture } from './duties';
import { resolveEventGrade, resolveGrade } from './grade-names';
import { decideCategory } from './grading';

const LATE_LOGGING_MINUTES = 15;

export const sourceInput = z.strictObject({
  url: optionalText(2000),
  platform: text(60).default('other'),
  text: optionalText(50_000),
  /** Display name of the poster, sealed by the door before anything is written. */
  author: optionalText(200),
  publishedAt: optionalInstant,
  discoveredAt: optionalInstant,
  counts: counts.partial().nullish(),
  mediaTier: z
    .enum(MEDIA_TIERS)
    .nullish()
    .transform((value) => value ?? null),
  region: optionalText(60),
});
export type SourceInput = z.output<typeof sourceInput>;

/** Without a text of its own it says what the incident says. */
const matterOfLog = z.strictObject({
  authority: z.enum(MATTER_AUTHORITIES),
  content: optionalText(5000),
  reference: optionalText(120),
});

export const logInput = z.strictObject({
  title: text(200),
  summary: optionalText(5000),
  demand: optionalText(500),
  unitId: optionalId,
  unit: optionalText(120),
  planKey: optionalText(64),
  source: sourceInput.nullish(),
  flags: flags.nullish(),
  discoveredAt: optionalInstant,
  discoveredReason: optionalText(500),
  knownAt: optionalInstant,
  eventOccurredAt: optionalInstant,
  opinionOccurredAt: optionalInstant,
  provisionalGrade: optionalGrade,
  eventGrade: optionalGrade,
  category: optionalCategory,
  isDrill: z.boolean().default(false),
  /** The matter itself was reported as it was logged: danger to life, abuse, corruption (guard 3). */
  matter: matterOfLog.nullish(),
});

export const log = command({
  input: logInput,
  offered: () => false,
  decide(decision, input) {
    const { context, now } = decision;
    decision.refuseIf(decision.exists, 'already_exists');
    const { source } = input;
    const discoveredAt = [input.discoveredAt ?? source?.discoveredAt ?? now, source?.discoveredAt]
      .filter((moment) => moment != null)
      .sort()[0] as string;
    checkDiscovery(decision, discoveredAt, input.discoveredReason);
    const { knownAt, eventOccurredAt, opinionOccurredAt } = input;
    refuseIfFuture(decision, [knownAt, eventOccurredAt, opinionOccurredAt, source?.publishedAt]);
    const unit = namedUnit(decision, input);
    const noFlags = { danger: false, minors: false, media: false, rising: false };
    const flags = input.flags ?? noFlags;
    const seen = factsOfMentions(source ? [spreadOf(source)] : []);
    const suggestion = suggest(context.plan, seen, flags).grade;
    decision.emit('incident.logged', {
      id: decision.newId(),
      number: context.nextNumber ?? '',
      orgId: context.directory.orgId,
      isDrill: input.isDrill,
      unitId: unit.id,
      planKey: context.plan.key,
      planVersionId: context.planVersionId,
      calendarId: context.calendarId,
      flags,
      discoveredAt,
      discoveryStatedAt: now,
      knownAt,
      publishedAt: null,
      eventOccurredAt,
      opinionOccurredAt,
      suggestedGrade: suggestion.grade,
      eventGrade: resolveEventGrade(input.eventGrade),
      category: null,
      loggedBy: decision.me,
      text: {
        title: input.title,
        summary: input.summary,
        demand: input.demand,
        unitName: unit.name,
        discoveredReason: input.discoveredReason,
      },
    });
    if (source) linkSource(decision, source, discoveredAt);
    if (input.provisionalGrade) giveProvisionalGrade(decision, input.provisionalGrade);
    if (input.category) decideCategory(decision, input.category, null);
    if (input.matter) reportLoggedMatter(decision, input.matter, input.summary ?? input.title);
  },
});

function reportLoggedMatter(
  decision: Decision,
  { authority, content, reference }: z.output<typeof matterOfLog>,
  said: string,
): void {
  decision.emit('matter.reported', {
    id: decision.newId(),
    authority,
    reportedBy: decision.me,
    reportedAt: decision.now,
    countersignedBy: null,
    countersignedAt: null,
    text: { content: content ?? said, reference },
  });
}

function checkDiscovery(decision: Decision, discoveredAt: string, reason: string | null): void {
  const lateMs = parseInstant(decision.now) - parseInstant(discoveredAt);
  decision.refuseIf(lateMs < 0, 'discovery_in_future');
  const isLate = lateMs > LATE_LOGGING_MINUTES * MINUTE_MS;
  decision.refuseIf(isLate && !reason, 'discovery_reason_needed', {
    minutes: Math.round(lateMs / MINUTE_MS),
  });
}

const spreadOf = ({ counts: known, mediaTier }: SourceInput) => ({
  reposts: known?.reposts ?? null,
  views: known?.views ?? null,
  comments: known?.comments ?? null,
  mediaTier,
});

function linkSource(decision: Decision, source: SourceInput, discoveredAt: string): void {
  const { url, platform, publishedAt, mediaTier, region } = source;
  const known = source.counts ?? {};
  decision.emit('mention.linked', {
    id: decision.newId(),
    platform,
    publishedAt,
    discoveredAt,
    views: known.views ?? null,
    reposts: known.reposts ?? null,
    comments: known.comments ?? null,
    likes: known.likes ?? null,
    mediaTier,
    region,
    linkedBy: decision.me,
    linkedAt: decision.now,
    text: {
      url,
      normalizedUrl: url ? canonicalUrl(url) : null,
      text: source.text,
      authorSealed: source.author,
    },
  });
}

function giveProvisionalGrade(
  decision: Decision,
  wanted: string,
  reason: string | null = null,
): void {
  const { incident } = decision;
  decision.emit('grade.provisional', {
    id: decision.newId(),
    kind: 'provisional',
    opinionGrade: resolveGrade(decision, wanted),
    previousGrade: incident.provisionalGrade,
    eventGrade: incident.eventGrade,
    scales: incident.scales,
    decidedBy: decision.me,
    decidedAt: decision.now,
    text: { reason },
  });
}

export const linkMention = command({
  input: sourceInput,
  offered: whileOpen,
  decide(decision, input) {
    const discoveredAt = input.discoveredAt ?? decision.now;
    decision.refuseIf(discoveredAt > decision.now, 'discovery_in_future');
    refuseIfFuture(decision, [input.publishedAt]);
    linkSource(decision, input, discoveredAt);
  },
});

export const setProvisionalGrade = command({
  input: z.strictObject({ grade: z.string().trim().min(1).max(40), reason: optionalText(1000) }),
  offered: (state, _actor, plan) =>
    whileOpen(state) && plan.levels.length > 0 && state.incident.opinionGrade === null,
  decide(decision, { grade, reason }) {
    const { opinionGrade, suggestedGrade } = decision.incident;
    decision.refuseIf(opinionGrade !== null, 'already_decided');
    const overrides = suggestedGrade !== null && suggestedGrade !== resolveGrade(decision, grade);
    decision.refuseIf(overrides && !reason, 'reason_needed', { field: 'reason' });
    giveProvisionalGrade(decision, grade, reason);
  },
});

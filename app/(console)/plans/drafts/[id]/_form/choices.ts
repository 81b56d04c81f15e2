import type { Circumstance, FactCount, FactYesNo } from '@/lib/plan/criteria';
import type { ApprovalObject, EventPattern, Obligation, StartEvent } from '@/lib/plan/schema';

// Written out, so that a browser does not load the schema; the compiler names what is missing.
const keys = <K extends string>(all: Record<K, true>) => Object.keys(all) as K[];

export const START_EVENTS = keys<StartEvent>({
  discovered: true,
  known: true,
  published: true,
  event_occurred: true,
  opinion_occurred: true,
  earliest_known: true,
  ordered: true,
  oral_reported: true,
  graded: true,
  resolved: true,
  stable: true,
  promised: true,
  periodic: true,
});

export const TARGETS = keys<Obligation['target']>({
  citizen: true,
  public: true,
  superior: true,
  leader: true,
  office: true,
  group: true,
  authority: true,
});

export const MET_BY_EVENTS = keys<EventPattern['event']>({
  'report.sent': true,
  'matter.reported': true,
  'incident.assessed': true,
  'assignment.issued': true,
  'assignment.fed_back': true,
  'measure.recorded': true,
  'reply.given': true,
  'wording.published': true,
  'non_publication.approved': true,
  'media.answered': true,
  'instruction.answered': true,
  'sample.recorded': true,
  'calm.confirmed': true,
  'resolution.confirmed': true,
  'review.written': true,
  'review.approved': true,
});

export const APPROVAL_OBJECTS = keys<ApprovalObject>({
  reply: true,
  publication: true,
  internal_line: true,
  response_plan: true,
  website_article: true,
});

export const CIRCUMSTANCES = keys<Circumstance>({
  mass_gathering: true,
  corruption: true,
  epidemic: true,
  true_or_founded: true,
  urgent: true,
});

export const FACT_COUNTS = keys<FactCount>({
  reposts: true,
  items: true,
  views: true,
  comments: true,
  casualties: true,
  deaths: true,
  injured: true,
  people: true,
});

export const FACTS_YES_NO = keys<FactYesNo>({
  crossRegion: true,
  keySubject: true,
  keyPerson: true,
  keyTime: true,
  keyEvent: true,
  rising: true,
  severalSites: true,
  emergency: true,
});

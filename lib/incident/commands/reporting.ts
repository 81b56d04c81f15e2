import { z } from 'zod';
import { reportFieldsOf } from '@/lib/plan/report-fields';
import type { ResponsePlan } from '@/lib/plan/schema';
import type { Decision } from '../decision';
import { command, whileOpen } from '../definition';
import { id, optionalId, optionalInstant, optionalText, text } from '../input';
import { MATTER_AUTHORITIES, REPORT_KINDS, REPORT_MEDIA, REPORT_TARGETS } from '../keys';
import type { ReportRow } from '../model';
import { openAgreedDeadline } from '../opening';
import { isAddressedTo } from '../receiving';
import { bodiesToTell } from '../telling';
import { requireAhead } from './speaking-rules';

export const reportInput = z.strictObject({
  kind: z.enum(REPORT_KINDS).default('initial'),
  medium: z.enum(REPORT_MEDIA).default('written'),
  target: z.enum(REPORT_TARGETS).default('superior'),
  recipient: optionalText(120),
  /** Which of the bodies the plan wants told it went to. */
  bodyKey: z
    .string()
    .max(120)
    .nullish()
    .transform((value) => value || null),
  /** Who took it there: name, post, phone. */
  contact: optionalText(120),
  /** What the plan's own form asks for, by the key of its field. */
  fields: z.record(z.string().max(80), optionalText(1000)).nullish(),
  content: text(20_000),
  /** 可能衍生的新情况: an update without it is no update. */
  newRisks: optionalText(5000),
  oralReportId: optionalId,
  /** When it was given, if that was before it is entered here. */
  sentAt: optionalInstant,
  nextReportAt: optionalInstant,
});

export const sendReport = command({
  input: reportInput,
  offered: whileOpen,
  decide(decision, input) {
    const { incident, now, context } = decision;
    const sentAt = checkMoment(decision, input.sentAt);
    requireAhead(decision, input.nextReportAt, sentAt);
    decision.refuseIf(input.kind === 'update' && !input.newRisks, 'reason_needed', {
      field: 'newRisks',
    });
    if (input.oralReportId) decision.find('reports', input.oralReportId);
    const bodies = bodiesToTell(context.plan, decision.state);
    const isToBody = input.target === 'authority' && input.bodyKey !== null;
    const bodyKey = isToBody ? input.bodyKey : null;
    const isUnknown = isToBody && bodies.every((one) => one.key !== bodyKey);
    decision.refuseIf(isUnknown, 'unknown_target', { field: 'bodyKey' });
    // 续报一 is what its receiver has as the first: each line of reporting counts for itself.
    const sameLine = decision.state.reports.filter(
      (one) => one.kind === input.kind && one.target === input.target && one.bodyKey === bodyKey,
    );
    const reportId = decision.newId();
    decision.emit(
      'report.sent',
      {
        id: reportId,
        kind: input.kind,
        sequence: sameLine.length + 1,
        medium: input.medium,
        target: input.target,
        bodyKey,
        toOrgId: input.target === 'superior' ? context.directory.parentOrgId : null,
        oralReportId: input.oralReportId,
        sentBy: decision.me,
        sentAt,
        nextReportAt: input.nextReportAt,
        acknowledgedBy: null,
        acknowledgedAt: null,
        text: {
          recipient: input.recipient,
          contact: input.contact,
          fields: namedFields(context.plan, input.kind, input.fields ?? {}),
          content: input.content,
          newRisks: input.newRisks,
        },
      },
      sentAt < incident.createdAt ? now : sentAt,
    );
    if (!input.nextReportAt) return;
    openAgreedDeadline(decision, {
      key: 'report_next',
      basis: 'update',
      refId: reportId,
      ownerRole: 'office',
      ownerUnitId: null,
      target: input.target,
      dueAt: input.nextReportAt,
    });
  },
});

/** The plan's fields that were filled in, under the plan's own words. */
function namedFields(
  plan: ResponsePlan,
  kind: string,
  given: Record<string, string | null>,
): ReportRow['fields'] {
  const named = reportFieldsOf(plan).flatMap(({ key, label, kinds }) => {
    const value = given[key];
    return kinds.includes(kind) && value ? [{ label: label.zh, value }] : [];
  });
  return named.length > 0 ? named : null;
}

/** The stated moment of an act: not after now, not before the matter was discovered. */
export function checkMoment(decision: Decision, stated: string | null): string {
  const moment = stated ?? decision.now;
  decision.refuseIf(moment > decision.now, 'instant_in_future');
  decision.refuseIf(moment < decision.incident.discoveredAt, 'time_before_discovery');
  return moment;
}

export const acknowledgeReport = command({
  input: z.strictObject({ reportId: id }),
  offered: (state, actor) =>
    state.reports.some((one) => one.acknowledgedAt === null && isAddressedTo(one, state, actor)),
  decide(decision, { reportId }) {
    const report = decision.find('reports', reportId);
    decision.refuseIf(report.acknowledgedAt !== null, 'already_acknowledged');
    const isForUs = isAddressedTo(report, decision.state, decision.context.actor);
    decision.refuseIf(!isForUs, 'not_your_unit');
    decision.refuseIf(report.sentBy === decision.me, 'proposer_may_not_confirm');
    decision.emit('report.acknowledged', {
      id: report.id,
      acknowledgedBy: decision.me,
      acknowledgedAt: decision.now,
    });
  },
});

/** Reporting the matter (danger to life, abuse, corruption) is open at every moment (guard 3). */
export const reportMatter = command({
  input: z.strictObject({
    authority: z.enum(MATTER_AUTHORITIES),
    content: text(5000),
    reference: optionalText(120),
    reportedAt: optionalInstant,
  }),
  offered: () => true,
  decide(decision, { authority, content, reference, reportedAt }) {
    decision.emit('matter.reported', {
      id: decision.newId(),
      authority,
      reportedBy: decision.me,
      reportedAt: checkMoment(decision, reportedAt),
      countersignedBy: null,
      countersignedAt: null,
      text: { content, reference },
    });
  },
});

export const countersignMatter = command({
  input: z.strictObject({ matterReportId: id }),
  offered: (state, actor) =>
    state.matterReports.some((one) => !one.countersignedAt && one.reportedBy !== actor.id),
  decide(decision, { matterReportId }) {
    const report = decision.find('matterReports', matterReportId);
    decision.refuseIf(report.countersignedAt !== null, 'already_decided');
    decision.refuseIf(report.reportedBy === decision.me, 'proposer_may_not_confirm');
    decision.emit('matter.countersigned', {
      id: report.id,
      countersignedBy: decision.me,
      countersignedAt: decision.now,
    });
  },
});

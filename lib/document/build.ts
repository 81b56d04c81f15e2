import { analysisReport } from './builders/analysis';
import { briefing, specialReport } from './builders/bulletins';
import { plain, topicOf } from './builders/frame';
import { correctionLetter } from './builders/letters';
import { receipt } from './builders/receipt';
import { explanation, incidentReport, material, report } from './builders/reports';
import { reviewReport } from './builders/review';
import { approvalSheet, assignmentSheet } from './builders/sheets';
import type { IncidentCase } from './case';
import type { DocumentKind } from './kinds';
import type { OfficialDocument } from './model';

/**
 * A document of one kind about an incident, or null when the kind is made of a row (a wording, an
 * assignment) that `ref` does not name and the incident does not have. `ref` picks that row; without it
 * the newest counts. Nothing is said that is not on record (guard 8).
 */
export function buildDocument(
  paper: IncidentCase,
  kind: DocumentKind,
  ref: string | null = null,
): OfficialDocument | null {
  const { state } = paper;
  const pick = <T extends { id: string }>(rows: readonly T[]): T | null =>
    (ref === null ? rows.at(-1) : rows.find((one) => one.id === ref)) ?? null;
  switch (kind) {
    case 'report':
      return report(paper);
    case 'initial_report':
    case 'update_report':
    case 'final_report': {
      const of = kind.slice(0, -'_report'.length) as 'initial' | 'update' | 'final';
      const row = pick(state.reports.filter((one) => one.kind === of));
      return row === null && ref !== null ? null : incidentReport(paper, of, row);
    }
    case 'special_report':
      return specialReport(paper);
    case 'briefing':
      return briefing(paper);
    case 'explanation': {
      const title = `关于${topicOf(paper)}的情况说明`;
      return { ...plain(paper, kind, title), ...explanation(paper) };
    }
    case 'material': {
      const title = `关于${topicOf(paper)}舆情处置情况的汇报`;
      return { ...plain(paper, kind, title), ...material(paper) };
    }
    case 'approval_sheet': {
      const wording = pick(state.wordings);
      return wording && approvalSheet(paper, wording);
    }
    case 'assignment_sheet': {
      const assignment = pick(state.assignments);
      return assignment && assignmentSheet(paper, assignment);
    }
    case 'receipt': {
      const sent = pick(state.reports.filter((one) => one.medium === 'written'));
      return sent && receipt(paper, sent);
    }
    case 'correction_letter': {
      const letter = pick(state.correctionLetters);
      return letter && correctionLetter(paper, letter);
    }
    case 'review_report':
      return reviewReport(paper);
    case 'analysis_report':
      return analysisReport(paper);
  }
}

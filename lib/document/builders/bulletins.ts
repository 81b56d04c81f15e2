import type { IncidentCase } from '../case';
import type { OfficialDocument } from '../model';
import {
  leads,
  measures,
  nextSteps,
  orders,
  plannedMeasures,
  proposals,
  standing,
  unverified,
  verified,
} from '../sections/handling';
import { limitSummary } from '../sections/limits';
import { discovery, grading, leanings, matter, risks } from '../sections/matter';
import { numbered, paragraph, paragraphs } from '../sections/shape';
import { speaking } from '../sections/speaking';
import { spread, trend } from '../sections/spread';
import { bulletin, topicOf } from './frame';

/** 舆情专报: overview, trend, views, findings, risks, proposals, room for the leader's note. */
export function specialReport(paper: IncidentCase): OfficialDocument {
  return {
    ...bulletin(paper, 'special_report', '舆情专报', `关于${topicOf(paper)}的舆情专报`),
    blocks: [
      ...numbered([
        ['概述', [...discovery(paper), ...matter(paper), ...grading(paper), ...standing(paper)]],
        ['传播走势', [paragraph(...spread(paper)), ...trend(paper)]],
        ['主要观点', leanings(paper)],
        [
          '核查进展',
          paragraphs([
            ...verified(paper),
            ...unverified(paper),
            ...measures(paper),
            ...speaking(paper),
          ]),
        ],
        ['风险与衍生', risks(paper)],
        ['处置建议', [...proposals(paper), ...nextSteps(paper)]],
      ]),
      { kind: 'box', label: '批示' },
    ],
  };
}

/** 舆情简报: the same matter in short. */
export function briefing(paper: IncidentCase): OfficialDocument {
  return {
    ...bulletin(paper, 'briefing', '舆情简报', `${topicOf(paper)}舆情处置简报`),
    blocks: numbered([
      ['基本情况', [...discovery(paper), ...matter(paper), ...spread(paper)]],
      [
        '处置进展',
        [
          ...paragraphs(orders(paper)),
          paragraph(...leads(paper)),
          ...paragraphs([...verified(paper), ...measures(paper)]),
        ],
      ],
      ['回应情况', paragraphs([...speaking(paper), limitSummary(paper)])],
      ['目前状况', [...standing(paper), ...grading(paper), ...plannedMeasures(paper)]],
    ]),
  };
}

import {
  type PlanPart,
  type PlanPartInput,
  planPartSchema,
  planSchema,
  type ResponsePlan,
  type ResponsePlanInput,
} from '../schema';
import { dArticleReview } from './d_article_review';
import { dCommonRules } from './d_common_rules';
import { dDuty } from './d_duty';
import { dGroupVisits } from './d_group_visits';
import { dHarmReports } from './d_harm_reports';
import { dHealthReport } from './d_health_report';
import { dOutage } from './d_outage';
import { dSampling } from './d_sampling';
import { dZeroReport } from './d_zero_report';
import { p01 } from './p01';
import { p02 } from './p02';
import { p03 } from './p03';
import { p04 } from './p04';
import { p05 } from './p05';
import { p06 } from './p06';
import { p07 } from './p07';
import { p08 } from './p08';
import { p09 } from './p09';
import { p10 } from './p10';
import { p11 } from './p11';
import { p12 } from './p12';
import { p13 } from './p13';
import { p14 } from './p14';
import { p15 } from './p15';
import { p16 } from './p16';
import { p17 } from './p17';
import { p18 } from './p18';
import { p19 } from './p19';
import { p20 } from './p20';
import { p21 } from './p21';
import { p22 } from './p22';
import { p23 } from './p23';
import { p24 } from './p24';
import { p25 } from './p25';
import { p26 } from './p26';
import { p27 } from './p27';

const WHOLE: readonly ResponsePlanInput[] = [
  p01,
  p02,
  p03,
  p04,
  p06,
  p07,
  p08,
  p09,
  p10,
  p13,
  p14,
  p15,
  p17,
  p18,
  p19,
  p20,
  p21,
  p22,
  p23,
  p24,
  p26,
];

const PARTS: readonly PlanPartInput[] = [
  p05,
  p11,
  p12,
  p16,
  p25,
  p27,
  dArticleReview,
  dCommonRules,
  dDuty,
  dGroupVisits,
  dHarmReports,
  dHealthReport,
  dOutage,
  dSampling,
  dZeroReport,
];

/** Written plans an institution may adopt, checked and with their defaults filled in, by key. */
export const presets: ReadonlyMap<string, ResponsePlan> = new Map(
  WHOLE.map((plan) => [plan.key, planSchema.parse(plan)]),
);

/** What the sources hold besides whole plans: rules, a risk register, a report's outline. */
export const planParts: ReadonlyMap<string, PlanPart> = new Map(
  PARTS.map((part) => [part.key, planPartSchema.parse(part)]),
);

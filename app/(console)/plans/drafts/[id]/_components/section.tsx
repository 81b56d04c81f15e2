import type { EditorPart } from '@/lib/plan/editor-parts';
import type { Speech } from '@/lib/plan/in-words';
import type { DraftView } from '@/lib/plan/server';
import type { PlanScope } from '../_form/scope';
import { BasicSection } from '../_sections/basic';
import { CalmSection } from '../_sections/calm';
import { CategoriesSection } from '../_sections/categories';
import { ChainsSection } from '../_sections/chains';
import { EscalationSection } from '../_sections/escalation';
import { LevelsSection } from '../_sections/levels';
import { MechanismsSection } from '../_sections/mechanisms';
import { ObligationsSection } from '../_sections/obligations';
import { PatrolsSection } from '../_sections/patrols';
import { ReportingSection } from '../_sections/reporting';
import { RolesSection } from '../_sections/roles';
import { type FindingView, findingsByName, fragmentsFor, originalFigures } from './editor-view';
import { Overview } from './overview';

/** One section of the plan with its form. */
export function EditorSection({
  part,
  open,
  draft,
  scope,
  findings,
  speech,
}: {
  part: EditorPart;
  open: string | undefined;
  draft: DraftView;
  scope: PlanScope;
  findings: readonly FindingView[];
  speech: Speech;
}) {
  const { plan } = draft;
  const shown = { scope, findings: findingsByName(findings, part), open };
  const own = Object.values(shown.findings).flat();
  switch (part) {
    case 'overview': {
      const blanks = plan.obligations.filter((one) => one.amount === null && one.clock === 'now');
      return <Overview draftId={draft.id} {...{ findings, blanks, scope }} />;
    }
    case 'basic':
      return (
        <BasicSection
          key={`${draft.id}`}
          title={plan.title}
          institution={plan.institution}
          summary={plan.summary}
        />
      );
    case 'levels':
      return <LevelsSection levels={plan.levels} scales={plan.scales} {...shown} />;
    case 'categories':
      return <CategoriesSection categories={plan.categories} {...shown} />;
    case 'obligations':
      return (
        <ObligationsSection
          rules={plan.obligations}
          originals={originalFigures(plan, draft.presetKey)}
          fragments={fragmentsFor('obligations', speech)}
          {...shown}
        />
      );
    case 'chains':
      return (
        <ChainsSection chains={plan.chains} fragments={fragmentsFor('chains', speech)} {...shown} />
      );
    case 'reporting':
      return (
        <ReportingSection
          lines={plan.reporting}
          fragments={fragmentsFor('reporting', speech)}
          {...shown}
        />
      );
    case 'roles':
      return <RolesSection roles={plan.roles} scope={scope} open={open} />;
    case 'calm':
      return (
        <CalmSection calm={plan.calm} closing={plan.closing} review={plan.review} findings={own} />
      );
    case 'patrols':
      return (
        <PatrolsSection
          patrols={plan.patrols}
          fragments={fragmentsFor('patrols', speech)}
          {...shown}
        />
      );
    case 'escalation':
      return (
        <EscalationSection
          steps={plan.escalation}
          policies={plan.escalationPolicies ?? []}
          final={plan.escalationFinal ?? []}
          {...shown}
        />
      );
    default:
      return (
        <MechanismsSection
          mechanisms={plan.mechanisms}
          documents={plan.documents}
          rules={plan.obligations.map(({ rule, title }) => ({
            value: rule,
            label: title[scope.language],
          }))}
          fragments={fragmentsFor('mechanisms', speech)}
          {...shown}
        />
      );
  }
}

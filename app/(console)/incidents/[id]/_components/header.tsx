import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { LevelBadge } from '@/components/incident/level-badge';
import { Badge } from '@/components/ui/badge';
import { GradeBadge } from '@/components/ui/grade-badge';
import { PageHeader } from '@/components/ui/layout';
import { StageRail } from '@/components/ui/stage-rail';
import { planNames } from '@/lib/plan/names';
import { ExportMenu } from './export-menu';
import type { Making } from './sheet-initial';

const FLAGS = ['danger', 'minors', 'media', 'rising'] as const;

/** Number, title, grades, flags, and the six stages. */
export function Header({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const words = useTranslations('words');
  const { view, unitOf } = page;
  const { incident } = view.state;
  const provisional = incident.provisionalGrade ?? incident.suggestedGrade;
  const grade = incident.opinionGrade ?? provisional;
  const standing =
    incident.opinionGrade === null && (incident.provisionalGrade !== null || 'suggested');
  const lead = unitOf(incident.leadUnitId) ?? unitOf(incident.unitId) ?? incident.unitName;
  const missing = view.missing.map((fact) => t(`missing.${fact}`));
  return (
    <div>
      <PageHeader
        above={
          <span className="flex flex-wrap items-center gap-2">
            <Link href="/incidents" className="py-1 text-accent hover:underline">
              {t('backToList')}
            </Link>
            <span className="tabular-nums">{incident.number}</span>
            {incident.isDrill && <Badge tone="accent">{t('drill')}</Badge>}
            {incident.round > 1 && (
              <Badge tone="amber">{t('round', { round: incident.round })}</Badge>
            )}
          </span>
        }
        title={incident.title ?? t('erased')}
        actions={<ExportMenu page={page} />}
      />
      <div className="-mt-2 mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
        <LevelBadge
          grade={grade}
          plan={planNames(view.plan.plan)}
          provisional={standing}
          showKind
        />
        {incident.eventGrade && <GradeBadge grade={incident.eventGrade} kind="event" showKind />}
        {Object.entries(incident.scales).map(([key, level]) => (
          <Badge key={key}>{page.scaleOf(key, level)}</Badge>
        ))}
        {FLAGS.filter((flag) => incident.flags[flag]).map((flag) => (
          <Badge key={flag} tone={flag === 'danger' ? 'red' : 'amber'}>
            {t(`flag.${flag}`)}
          </Badge>
        ))}
        {incident.category && (
          <span className="text-soft">{words(`category.${incident.category}`)}</span>
        )}
        {lead && (
          <span className="text-soft">
            {t(incident.leadUnitId ? 'leadUnit' : 'concernedUnit', { unit: lead })}
          </span>
        )}
      </div>
      <div className="rounded-md border border-line bg-paper p-4">
        <StageRail
          current={incident.stage}
          reachedAt={{ detected: incident.discoveredAt, ...incident.stageTimes }}
          missing={missing}
          names={{ graded: page.words.stage('graded') }}
          now={view.now}
        />
        {incident.stage === 'dismissed' && (
          <p className="mt-2 text-soft">
            {t('dismissedBecause', {
              reason: page.words.option('dismissalReason', incident.dismissalReason),
            })}{' '}
            {incident.dismissalNote}
          </p>
        )}
      </div>
    </div>
  );
}

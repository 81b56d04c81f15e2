import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import { actingActsOf } from '@/lib/incident/stand-in';
import type { Making } from './sheet-initial';

/** Acts done for somebody else: by a delegate, or by the leader on duty until the group takes over. */
export function StandingIn({ page }: { page: Making }) {
  const t = useTranslations('taskforce');
  const commands = useTranslations('commands');
  const { view, words, nameOf } = page;
  const { standIns, incident } = view.state;
  const isOpen = actingActsOf(view.plan.plan) !== null && incident.takenOverAt === null;
  if (standIns.length === 0 && !isOpen && !incident.takenOverAt) return null;
  const owed = standIns.filter((one) => one.kind === 'acting' && !one.countersignedAt);
  return (
    <Section
      id="standing-in"
      title={t('standIns')}
      open={standIns.length > 0}
      summary={owed.length > 0 ? t('owed', { count: owed.length }) : null}
    >
      <div className="space-y-3">
        {isOpen && <p className="text-soft">{t('actingOpen')}</p>}
        {incident.takenOverAt && (
          <p className="text-soft">
            {t('takenOver', { name: nameOf(incident.takenOverBy) })}{' '}
            <Time at={incident.takenOverAt} now={view.now} />
          </p>
        )}
        <ul className="space-y-2">
          {standIns.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-medium">{words.option('actingAct', one.act)}</span>
              <span>
                {one.forId
                  ? t('signedFor', { name: nameOf(one.personId), principal: nameOf(one.forId) })
                  : t('actedFor', { name: nameOf(one.personId) })}
              </span>
              <Time at={one.usedAt} now={view.now} />
              {one.kind === 'acting' &&
                (one.countersignedAt ? (
                  <Badge tone="green">
                    {t('countersigned', { name: nameOf(one.countersignedBy) })}
                  </Badge>
                ) : (
                  <Badge tone="amber">{t('uncountersigned')}</Badge>
                ))}
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          {page.may('countersignActing') && (
            <CommandButton command="countersignActing" size="sm" variant="primary">
              {commands('label.countersignActing')}
            </CommandButton>
          )}
          {page.may('takeOver') && (
            <CommandButton command="takeOver" size="sm">
              {commands('label.takeOver')}
            </CommandButton>
          )}
        </div>
      </div>
    </Section>
  );
}

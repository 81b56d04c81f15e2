import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/ui/choices';
import { Input } from '@/components/ui/inputs';
import { type ChannelKind, DEFAULT_LIMITS } from '@/lib/notify/channel-kinds';
import { Fold } from './fold';
import { LIMIT_FIELDS, type LimitField, limitValues } from './limit-form';

/** What the provider takes, each figure with its default; an empty field keeps the default. */
export async function LimitFields({
  kind,
  limits,
}: {
  kind: ChannelKind;
  /** As the channel's settings replace them. */
  limits: unknown;
}) {
  const t = await getTranslations('channels');
  const own = limitValues(limits);
  const standard = limitValues(DEFAULT_LIMITS[kind]);
  const hintOf = (field: LimitField) => t('limits.default', { value: standard[field] || '—' });
  return (
    <div className="sm:col-span-2">
      <Fold title={t('limits.title')} open={Object.keys((limits ?? {}) as object).length > 0}>
        <p className="text-xs text-faint">{t(`limits.source.${kind}`)}</p>
        <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3">
          {LIMIT_FIELDS[kind].map((field) => (
            <Input
              key={field}
              name={`limits.${field}`}
              label={t(`limits.${field}`)}
              type="number"
              min={1}
              hint={hintOf(field)}
              defaultValue={own[field]}
            />
          ))}
        </div>
        {kind === 'feishu' && (
          <Checkbox
            name="limits.avoid"
            label={t('limits.avoid')}
            hint={t('limits.avoidHint')}
            defaultChecked={own.avoid !== 'no'}
          />
        )}
      </Fold>
    </div>
  );
}

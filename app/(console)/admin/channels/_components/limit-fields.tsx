import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/ui/choices';
import { Input } from '@/components/ui/inputs';
import { type ChannelKind, DEFAULT_LIMITS } from '@/lib/notify/channel-kinds';
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
    <details
      className="rounded-md border border-line sm:col-span-2"
      open={Object.keys((limits ?? {}) as object).length > 0}
    >
      <summary className="flex min-h-9 items-center px-3 font-medium text-soft">
        {t('limits.title')}
      </summary>
      <div className="space-y-3 border-t border-line p-3">
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
      </div>
    </details>
  );
}

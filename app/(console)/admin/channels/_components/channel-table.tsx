import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import type { ListedChannel } from '@/lib/channel/server';
import { switchChannelAction, testChannelAction } from '../actions';

/** The channels with what one can do to each. */
export async function ChannelTable({ channels }: { channels: readonly ListedChannel[] }) {
  const t = await getTranslations('channels');
  return (
    <Table
      stacked
      caption={t('list')}
      columns={[
        { label: t('name') },
        { label: t('kind') },
        { label: t('waiting') },
        { label: t('state') },
        { label: t('acts'), quiet: true },
      ]}
    >
      {channels.map(({ id, name, kind, queued, enabled }) => (
        <tr key={id}>
          <td data-label={t('name')} className="font-medium">
            {name}
          </td>
          <td data-label={t('kind')}>{t(`kinds.${kind}`)}</td>
          <td data-label={t('waiting')} className="tabular-nums">
            {queued}
          </td>
          <td data-label={t('state')}>
            <Badge tone={enabled ? 'green' : 'neutral'}>{enabled ? t('inUse') : t('off')}</Badge>
          </td>
          <td data-align="end">
            <div className="flex flex-wrap justify-end gap-2">
              <form action={testChannelAction}>
                <input type="hidden" name="channelId" value={id} />
                <SubmitButton variant="secondary" size="sm" aria-label={`${t('test')} ${name}`}>
                  {t('test')}
                </SubmitButton>
              </form>
              <LinkButton
                href={`/admin/channels?edit=${id}`}
                size="sm"
                aria-label={`${t('edit')} ${name}`}
              >
                {t('edit')}
              </LinkButton>
              <form action={switchChannelAction}>
                <input type="hidden" name="channelId" value={id} />
                <SubmitButton
                  variant="secondary"
                  size="sm"
                  aria-label={`${enabled ? t('turnOff') : t('turnOn')} ${name}`}
                >
                  {enabled ? t('turnOff') : t('turnOn')}
                </SubmitButton>
              </form>
            </div>
          </td>
        </tr>
      ))}
    </Table>
  );
}

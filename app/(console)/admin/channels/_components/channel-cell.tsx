import { useTranslations } from 'next-intl';

/** The channel of a message and whom it goes to, in a table of messages. */
export function ChannelCell({
  message: { channelName, recipientName },
}: {
  message: { channelName: string; recipientName: string | null };
}) {
  const t = useTranslations('channels');
  return (
    <td data-label={t('channel')}>
      <div>
        {channelName}
        <span className="block text-xs text-faint">{recipientName ?? t('toGroup')}</span>
      </div>
    </td>
  );
}

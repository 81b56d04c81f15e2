import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { ListedChannel } from '@/lib/channel/server';
import { explainAnswer } from '@/lib/notify/explain';

/** What came of a test, in plain words and as the provider put it. */
export async function TestAnswer({
  channel,
  result,
  code,
}: {
  channel: ListedChannel;
  result: string;
  code: string;
}) {
  const [t, answers] = await Promise.all([
    getTranslations('channels'),
    getTranslations('channelAnswers'),
  ]);
  const isSent = result === 'sent';
  return (
    <Notice
      tone={isSent ? 'green' : 'amber'}
      title={t(isSent ? 'testSent' : 'testFailed', { name: channel.name })}
    >
      <p>{answers(explainAnswer(channel.kind, result, code))}</p>
      <p className="text-xs">{t('testAnswer', { code })}</p>
    </Notice>
  );
}

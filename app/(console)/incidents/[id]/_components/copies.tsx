import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { CopyButton } from '@/components/ui/copy-button';
import { Time } from '@/components/ui/time';
import { copiesInForce } from '@/lib/incident/commands/copying';
import { signsIn } from '@/lib/wording/copies';
import { SMS_PART } from '@/lib/wording/platforms';
import type { Making } from './sheet-initial';

/** 分平台版本: the approved text as each platform takes it, ready to be copied and published. */
export function Copies({ page, wordingId }: { page: Making; wordingId: string }) {
  const t = useTranslations('incident');
  const { view, words, nameOf } = page;
  const copies = copiesInForce(view.state, wordingId);
  const mayMake = page.may('makeCopy');
  const mayPublish = page.may('publish');
  if (copies.length === 0) return null;
  return (
    <section aria-label={t('copies.title')} className="mt-4 border-t border-line pt-3">
      <h4 className="font-medium">{t('copies.title')}</h4>
      <p className="text-xs text-faint">{t('copies.bound')}</p>
      <ul className="mt-2 space-y-3">
        {copies.map((one) => {
          const count = signsIn(one.words);
          return (
            <li key={one.id} className="rounded-md border border-line bg-canvas p-3">
              <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <span className="font-medium">{words.option('copyPlatform', one.platform)}</span>
                <span className="text-xs text-faint">
                  {one.platform === 'sms'
                    ? t('copies.messages', { count, parts: Math.ceil(count / SMS_PART) })
                    : t('copies.signs', { count })}{' '}
                  {nameOf(one.madeBy)} <Time at={one.madeAt} now={view.now} />
                </span>
              </p>
              <p className="mt-1.5 max-w-prose break-words whitespace-pre-wrap">{one.words}</p>
              <div className="mt-2 flex flex-wrap gap-2">
                <CopyButton
                  text={one.words ?? ''}
                  texts={{
                    label: t('copies.copy'),
                    done: t('copies.copied'),
                    failed: t('copies.failed'),
                  }}
                />
                {mayPublish && (
                  <CommandButton command="publish" preset={{ wordingId, copyId: one.id }} size="sm">
                    {t('copies.publish')}
                  </CommandButton>
                )}
                {mayMake && (
                  <CommandButton
                    command="makeCopy"
                    preset={{ wordingId, platform: one.platform }}
                    size="sm"
                  >
                    {t('copies.again')}
                  </CommandButton>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

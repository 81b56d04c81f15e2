import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/layout';
import type { OwnHeld } from '@/lib/channel/server';
import { formatMoment } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import type { MessageTree } from '@/lib/i18n/messages';
import { loadMessages } from '@/lib/i18n/server';
import { ruleName } from '@/lib/notify/rule-sentence';

/** What this person has coming outside and why it waits; nothing when nothing does. */
export async function HeldMessages({ held, now }: { held: readonly OwnHeld[]; now: string }) {
  if (held.length === 0) return null;
  const t = await getTranslations('contact');
  const locale = toLocale(await getLocale());
  const { rule: rules = {} } = loadMessages(locale).notices ?? {};
  return (
    <Panel
      title={t('held')}
      count={held.length}
      flush
      actions={
        <LinkButton href="/notifications" size="sm">
          {t('toNotice')}
        </LinkButton>
      }
    >
      <p className="px-4 pt-3 text-soft">{t('heldLead')}</p>
      <ul className="divide-y divide-line">
        {held.map(({ id, rule, createdAt, notBefore, heldBy }) => (
          <li key={id} className="px-4 py-2">
            <p>{ruleName(rules as MessageTree, rule)}</p>
            <p className="flex flex-wrap gap-x-3 text-xs text-faint">
              <span>{t('heldAt', { at: formatMoment(createdAt, now, locale) })}</span>
              <span>{t(`heldBy.${heldBy}`)}</span>
              <span>{t('heldUntil', { at: formatMoment(notBefore, now, locale) })}</span>
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/inputs';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { PrintButton } from '@/components/ui/print-button';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { onDutyAt } from '@/lib/duty/server';
import { type Contact, listContacts } from '@/lib/group/server';
import { businessNow } from '@/lib/platform/clock';
import { Call } from '../_components/call';
import { GroupTabs } from '../_components/group-tabs';

/** 通讯录: who to call, people on duty first, each number one tap away. */
export default async function ContactsPage({
  searchParams,
}: {
  searchParams: Promise<{ q?: string }>;
}) {
  const [{ actor, org }, t, { q = '' }] = await Promise.all([
    requireSignedIn(),
    getTranslations('groups'),
    searchParams,
  ]);
  if (!holdsPermission(actor, 'group:read')) notFound();
  const duty = await onDutyAt(org.id, await businessNow());
  const sections = await listContacts(actor, q.slice(0, 60), duty);
  return (
    <>
      <PageHeader
        title={t('tab.contacts')}
        lead={t('contactsLead')}
        actions={
          <div data-no-print="">
            <PrintButton label={t('print')} />
          </div>
        }
      />
      <div className="space-y-4">
        <GroupTabs current="contacts" />
        <search data-no-print="">
          <form className="flex items-end gap-2">
            <Input
              name="q"
              type="search"
              label={t('find')}
              defaultValue={q}
              maxLength={60}
              className="grow sm:max-w-sm"
            />
            <Button type="submit">{t('search')}</Button>
          </form>
        </search>
        {sections.length === 0 && (
          <div className="rounded-md border border-line bg-paper">
            <EmptyState title={t('nobodyFound')}>{t('nobodyFoundHint')}</EmptyState>
          </div>
        )}
        {sections.map(({ key, kind, title, contacts }) => (
          <Panel
            key={key}
            title={title ?? t(kind === 'duty' ? 'nowOnDuty' : 'noUnit')}
            count={contacts.length}
            flush
          >
            <ul className="divide-y divide-line">
              {contacts.map((contact) => (
                <Entry key={contact.key} contact={contact} />
              ))}
            </ul>
          </Panel>
        ))}
      </div>
    </>
  );
}

async function Entry({ contact }: { contact: Contact }) {
  const t = await getTranslations('groups');
  const { name, title, unit, duties, onDuty, isVacant } = contact;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 print:break-inside-avoid">
      <div className="min-w-0 grow max-sm:w-full">
        <p className="flex flex-wrap items-center gap-1.5">
          {isVacant ? (
            <span className="font-medium text-red">
              {name ? t('leftSeat', { name }) : t('vacantSeat')}
            </span>
          ) : (
            <span className="font-medium">{name}</span>
          )}
          {onDuty.map((place) => (
            <Badge key={place} tone="green">
              {t(`place.${place}`)}
            </Badge>
          ))}
          {duties.map((duty) => (
            <Badge key={duty}>{t(`duty.${duty}`)}</Badge>
          ))}
        </p>
        <p className="text-xs text-soft">{[title, unit].filter(Boolean).join(' · ')}</p>
      </div>
      {!isVacant && (
        <p className="flex flex-wrap gap-2">
          <Call name={name ?? ''} label={t('mobile')} phone={contact.mobile} />
          <Call name={name ?? ''} label={t('officePhone')} phone={contact.officePhone} />
          {!contact.mobile && !contact.officePhone && (
            <span className="text-amber text-xs">{t('noNumber')}</span>
          )}
        </p>
      )}
    </li>
  );
}

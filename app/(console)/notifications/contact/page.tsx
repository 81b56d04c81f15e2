import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Checkbox, RadioGroup } from '@/components/ui/choices';
import { Input, Select } from '@/components/ui/inputs';
import { PageHeader, Panel } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { requireActor } from '@/lib/access/server';
import { listOwnHeld, readPreference } from '@/lib/channel/server';
import { LANGUAGE_NAMES, locales } from '@/lib/i18n/locales';
import { realNow } from '@/lib/platform/clock';
import { HeldMessages } from './_components/held-messages';
import { savePreferenceAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('contact');
  return { title: t('title') };
}

/** How this person is reached outside, and when not. */
export default async function ContactPage({
  searchParams,
}: {
  searchParams: Promise<{ saved?: string; fault?: string }>;
}) {
  const actor = await requireActor();
  const [t, own, held, { saved, fault }] = await Promise.all([
    getTranslations('contact'),
    readPreference(actor),
    listOwnHeld(actor),
    searchParams,
  ]);
  const quietFault = fault?.startsWith('quiet') ? t('quietFault') : undefined;
  return (
    <div className="space-y-4">
      <PageHeader
        above={<Link href="/notifications">{t('toNotices')}</Link>}
        title={t('title')}
        lead={t('lead')}
      />
      {saved && <Notice tone="green" title={t('saved')} />}
      <HeldMessages held={held} now={realNow()} />
      <Panel title={t('ways')}>
        <form action={savePreferenceAction} className="grid max-w-xl gap-4 sm:grid-cols-2">
          <Input
            name="mail"
            type="email"
            label={t('mail')}
            maxLength={254}
            defaultValue={own.mail ?? ''}
            error={fault === 'mail' ? t('mailFault') : undefined}
            className="sm:col-span-2"
          />
          <RadioGroup
            name="first"
            label={t('first')}
            inline
            defaultValue={own.preferred[0] ?? 'mail'}
            options={[
              { value: 'mail', label: t('byMail') },
              { value: 'sms', label: t('bySms') },
            ]}
          />
          <div className="space-y-1">
            <Checkbox
              name="noMail"
              label={t('noMail')}
              defaultChecked={own.declined.includes('mail')}
            />
            <Checkbox
              name="noSms"
              label={t('noSms')}
              defaultChecked={own.declined.includes('sms')}
            />
          </div>
          <Input
            name="quietFrom"
            type="time"
            label={t('quietFrom')}
            defaultValue={own.quietFrom ?? ''}
            hint={t('quietHint')}
            error={quietFault}
          />
          <Input name="quietTo" type="time" label={t('quietTo')} defaultValue={own.quietTo ?? ''} />
          <Select
            name="language"
            label={t('language')}
            hint={t('languageHint')}
            defaultValue={own.language}
            className="sm:col-span-2"
            options={locales.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          />
          <div className="sm:col-span-2">
            <SubmitButton>{t('save')}</SubmitButton>
          </div>
        </form>
      </Panel>
    </div>
  );
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/ui/layout';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { businessNow } from '@/lib/platform/clock';
import { listWords, readCopyLimits } from '@/lib/wording/server';
import { FaultNotice } from './_components/fault-notice';
import { LimitsForm } from './_components/limits-form';
import { WordList } from './_components/word-list';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workshop');
  return { title: t('title') };
}

/** 用语: what the institution agreed on about how it speaks to the public. */
export default async function WordingPage({
  searchParams,
}: {
  searchParams: Promise<{ fault?: string }>;
}) {
  const [{ fault }, actor, t, now] = await Promise.all([
    searchParams,
    requireActor(),
    getTranslations('workshop'),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'wording:read')) notFound();
  const [words, limits] = await Promise.all([listWords(actor), readCopyLimits(actor)]);
  const mayChange = holdsPermission(actor, 'wording:configure');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Link href="/plans">{t('back')}</Link>}
      />
      <div className="space-y-4">
        <FaultNotice fault={fault} />
        <WordList words={words} mayChange={mayChange} now={now} />
        <LimitsForm limits={limits} mayChange={mayChange} />
      </div>
    </>
  );
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Paper } from '@/components/document/paper';
import { Sources } from '@/components/document/sources';
import { buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { can } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { requireActor } from '@/lib/access/server';
import { DOCUMENT_KINDS, GIVEN_FIELDS } from '@/lib/document/kinds';
import { documentQuery } from '@/lib/document/query';
import { permissionFor, previewDocument } from '@/lib/document/server';
import type { Actor } from '@/lib/incident/context';
import { getIncident } from '@/lib/incident/server';
import { orNotFound } from '../../../or-not-found';
import { GivenForm } from './_components/given-form';
import { KindList } from './_components/kind-list';
import { refsOf } from './_components/refs';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('documents');
  return { title: t('title') };
}

/** Documents about an incident: what to give, how it looks, and what each sentence rests on. */
export default async function Page({ params, searchParams }: Props) {
  const [{ id }, query, actor, t] = await Promise.all([
    params,
    searchParams,
    requireActor(),
    getTranslations('documents'),
  ]);
  const view = await getIncident(actor, id).catch(orNotFound);
  const kinds = DOCUMENT_KINDS.filter((kind) => can(actor, permissionFor(kind), view.target));
  const [first] = kinds;
  if (!first) notFound();
  const asked = documentQuery.safeParse({ ...query, kind: query.kind ?? first });
  const { kind, ref, ...given } = asked.success ? asked.data : documentQuery.parse({ kind: first });
  if (!kinds.includes(kind)) notFound();
  const document = await previewOf(actor, id, { kind, ref, given });
  const text = Object.fromEntries(
    Object.entries(query).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
  const address = new URLSearchParams({ ...(asked.success ? text : {}), format: 'docx', kind });
  const refs = await refsOf(kind, view.state);
  const { incident } = view.state;
  const isWithoutNumber = GIVEN_FIELDS[kind].includes('number') && given.number === null;
  const isWithoutIssue = GIVEN_FIELDS[kind].includes('issue') && given.issue === null;
  return (
    <>
      <PageHeader
        above={
          <Link href={`/incidents/${id}`} className="py-1 text-accent hover:underline">
            {t('back', { number: incident.number })}
          </Link>
        }
        title={t('title')}
        lead={t('lead')}
        actions={
          document && (
            <a
              href={`/api/v1/incidents/${id}/export?${address}`}
              download=""
              className={buttonClass({ variant: 'primary' })}
            >
              {t('download')}
            </a>
          )
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[280px_minmax(0,1fr)]">
        <div className="space-y-4">
          <KindList incidentId={id} kinds={kinds} current={kind} />
          <GivenForm kind={kind} refs={refs} current={ref} given={text} />
        </div>
        <div className="min-w-0 space-y-4">
          {!asked.success && <Notice tone="red">{t('badInput')}</Notice>}
          {document && isWithoutNumber && <Notice tone="amber">{t('noNumber')}</Notice>}
          {document && isWithoutIssue && <Notice tone="amber">{t('noIssue')}</Notice>}
          {document ? (
            <>
              <Paper document={document} emptyLabel={t('handwritten')} />
              <Sources document={document} incidentId={id} />
            </>
          ) : (
            <Notice tone="amber">{t('nothingToWrite')}</Notice>
          )}
        </div>
      </div>
    </>
  );
}

/** Null when the incident has no row this kind is made of. */
async function previewOf(actor: Actor, id: string, ask: Parameters<typeof previewDocument>[2]) {
  try {
    return (await previewDocument(actor, id, ask)).document;
  } catch (error) {
    if (error instanceof Problem && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

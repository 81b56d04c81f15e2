import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SecrecyLine } from '@/components/incident/secrecy-line';
import { Badge, type Tone } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { ClientMessages } from '@/components/ui/client-messages';
import { PageHeader, Panel } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { comingHours } from '@/lib/escalation/server';
import { changeWords } from '@/lib/plan/change-words';
import { EDITOR_PARTS, type EditorPart, hrefOfPath } from '@/lib/plan/editor-parts';
import { reviewReach } from '@/lib/plan/review';
import { type DraftView, loadDraftEditor } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';
import { orNotFound } from '../../../or-not-found';
import { ChangeList } from '../../_components/change-list';
import { ChangeTable } from '../../_components/change-table';
import { serverSpeech } from '../../_components/server-speech';
import { countsOf } from './_components/counts';
import { DraftCommands } from './_components/draft-commands';
import { scopeOf, viewFindings } from './_components/editor-view';
import { PartNav } from './_components/part-nav';
import { EditorSection } from './_components/section';
import { DraftProvider } from './_form/draft-context';

const TONES: Record<DraftView['state'], Tone> = {
  draft: 'amber',
  submitted: 'blue',
  published: 'green',
  discarded: 'neutral',
};
const NAMESPACES = [
  'planEditor',
  'planWords',
  'alerts',
  'words',
  'refusals',
  'problems',
  'ui',
] as const;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

type Search = Promise<Record<string, string | string[] | undefined>>;

/** 修改预案: a draft section by section, with what changed and what the review says. */
export default async function DraftPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Search;
}) {
  const [{ id }, search, actor, t, speech] = await Promise.all([
    params,
    searchParams,
    requireActor(),
    getTranslations('planEditor'),
    serverSpeech(),
  ]);
  if (!holdsPermission(actor, 'plan:edit') || !UUID.test(id)) notFound();
  const { draft, context, authorOf } = await loadDraftEditor(actor, id).catch(orNotFound);
  const hours = await comingHours(actor.orgId ?? '', await businessNow());
  const findings = await viewFindings([...draft.findings, ...reviewReach(draft.plan, hours)]);
  const part = EDITOR_PARTS.find((one) => one === search.part) ?? ('overview' satisfies EditorPart);
  const open = typeof search.open === 'string' ? search.open : undefined;
  const words = changeWords(draft.changes, draft.plan, speech);
  const changes = words.map((one) => ({
    ...one,
    by: authorOf(one.path),
    href: one.kind === 'removed' ? undefined : hrefOfPath(draft.id, one.path),
  }));
  const from = draft.baseVersion
    ? t('fromVersion', { version: draft.baseVersion })
    : t('fromPreset', { preset: draft.presetKey.toUpperCase() });
  const base = draft.baseVersion
    ? t('baseVersion', { version: draft.baseVersion })
    : t('basePreset', { preset: draft.presetKey.toUpperCase() });
  const isSubmitted = draft.state === 'submitted';
  const scope = scopeOf(draft.plan, context, hours[0]?.directory, speech.language);
  return (
    <>
      <PageHeader
        above={
          <Link href="/plans" className="text-accent hover:underline">
            {t('back')}
          </Link>
        }
        title={
          <>
            {draft.plan.title[speech.language]}{' '}
            <Badge tone={TONES[draft.state]}>{t(`state.${draft.state}`)}</Badge>
          </>
        }
        lead={`${draft.key.toUpperCase()} · ${from} · ${t('editors', {
          names: draft.editors.map((one) => one.name).join(speech.language === 'en' ? ', ' : '、'),
        })}`}
        actions={
          <ClientMessages namespaces={NAMESPACES}>
            <DraftCommands draft={draft} changes={changes} findings={findings} />
          </ClientMessages>
        }
      />
      <div className="space-y-4">
        <StateNotice draft={draft} />
        {isSubmitted && (
          <Panel title={t('proposed', { count: changes.length })} flush>
            <ChangeTable changes={changes} before={base} after={t('proposal')} />
          </Panel>
        )}
        <ClientMessages namespaces={NAMESPACES}>
          <DraftProvider draftId={draft.id} revision={draft.revision} mayEdit={draft.mayEdit}>
            <div
              className={classNames(
                'grid items-start gap-4 lg:grid-cols-[200px_minmax(0,1fr)]',
                !isSubmitted && 'xl:grid-cols-[200px_minmax(0,1fr)_280px]',
              )}
            >
              <PartNav current={part} counts={countsOf(findings)} />
              <div className="min-w-0 space-y-4">
                <EditorSection {...{ part, open, draft, scope, findings, speech }} />
              </div>
              {!isSubmitted && (
                <Panel
                  title={t('changesTitle')}
                  count={changes.length}
                  className="lg:col-start-2 xl:col-start-auto"
                >
                  <ChangeList changes={changes} />
                </Panel>
              )}
            </div>
          </DraftProvider>
        </ClientMessages>
        {draft.mayEdit && <SecrecyLine />}
      </div>
    </>
  );
}

/** Where the draft stands and what this person can do about it. */
async function StateNotice({ draft }: { draft: DraftView }) {
  const t = await getTranslations('planEditor');
  const { state, reason, submittedBy, returnedBy, returnReason, isAuthor, mayPublish } = draft;
  if (state === 'draft' && returnReason) {
    return (
      <Notice tone="amber" title={t('returned', { name: returnedBy?.name ?? '' })}>
        {returnReason}
      </Notice>
    );
  }
  if (state === 'draft' && !draft.maySubmit) {
    return <Notice tone="amber">{t('errorsFirst')}</Notice>;
  }
  if (state !== 'submitted') return null;
  const who = isAuthor ? t('secondPerson') : mayPublish ? t('youPublish') : t('publisherNeeded');
  return (
    <Notice tone="blue" title={t('submitted', { name: submittedBy?.name ?? '' })}>
      <p>{t('reasonIs', { reason: reason ?? '' })}</p>
      <p>{who}</p>
    </Notice>
  );
}

import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/inputs';
import { PageHeader, Panel } from '@/components/ui/layout';
import { requireActor } from '@/lib/access/server';
import { changeWords } from '@/lib/plan/change-words';
import { EDITOR_PARTS, partOfPath } from '@/lib/plan/editor-parts';
import { compareVersions, listVersions } from '@/lib/plan/server';
import { orNotFound } from '../../../or-not-found';
import { ChangeTable } from '../../_components/change-table';
import { planLanguage } from '../../_components/plan-language';
import { serverSpeech } from '../../_components/server-speech';

type Search = Promise<Record<string, string | string[] | undefined>>;

/** 比较: two versions side by side, section by section. */
export default async function ComparePage({
  params,
  searchParams,
}: {
  params: Promise<{ key: string }>;
  searchParams: Search;
}) {
  const [{ key }, search, actor, t, editor, language, speech] = await Promise.all([
    params,
    searchParams,
    requireActor(),
    getTranslations('planVersions'),
    getTranslations('planEditor'),
    planLanguage(),
    serverSpeech(),
  ]);
  const versions = await listVersions(actor, key).catch(orNotFound);
  const [newest, previous] = versions;
  const to = Number(search.to) || newest?.number || 1;
  const from = Number(search.from) || previous?.number || to;
  const { after, changes } = await compareVersions(actor, key, from, to).catch(orNotFound);
  const words = changeWords(changes, after, speech);
  const parts = EDITOR_PARTS.flatMap((part) => {
    const own = words.filter((one) => partOfPath(one.path) === part);
    return own.length > 0 ? [{ part, own }] : [];
  });
  const options = versions.map(({ number }) => ({ value: String(number), label: `v${number}` }));
  return (
    <>
      <PageHeader
        above={
          <Link href={`/plans/${key}/versions`} className="text-accent hover:underline">
            {t('backToVersions')}
          </Link>
        }
        title={t('compareTitle', { plan: after.title[language] })}
        lead={t('compareLead', { count: words.length, from, to })}
      />
      <form action={`/plans/${key}/compare`} className="mb-4 flex flex-wrap items-end gap-2">
        <Select
          name="from"
          label={t('from')}
          options={options}
          defaultValue={String(from)}
          className="w-28"
        />
        <Select
          name="to"
          label={t('to')}
          options={options}
          defaultValue={String(to)}
          className="w-28"
        />
        <Button type="submit">{t('compare')}</Button>
      </form>
      <div className="space-y-4">
        {parts.length === 0 && <p className="text-faint">{t('noChanges')}</p>}
        {parts.map(({ part, own }) => (
          <Panel key={part} title={editor(`part.${part}`)} count={own.length} flush>
            <ChangeTable changes={own} before={`v${from}`} after={`v${to}`} />
          </Panel>
        ))}
      </div>
    </>
  );
}

import { useLocale, useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { Badge } from '@/components/ui/badge';
import type { PublicationRow } from '@/lib/incident/model';
import { correctionsOf, followerOf, promiseOf, releaseChains } from '@/lib/incident/releases';
import { Entry, EntryList } from './entry';
import { PromiseState } from './promise-state';
import { ReleaseBadge } from './release-badge';
import { LinkLine } from './replies';
import type { Making } from './sheet-initial';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** What went out, the releases of one chain one after another. */
export function Releases({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const { publications } = page.view.state;
  const chains = releaseChains(publications);
  return (
    <EntryList title={t('publications')} count={publications.length}>
      {chains.flatMap((chain) =>
        chain.map((one, index) => (
          <Release
            key={one.id}
            release={one}
            number={chain.length > 1 || one.nextUpdateAt ? index + 1 : null}
            page={page}
          />
        )),
      )}
    </EntryList>
  );
}

function Release({
  release,
  number,
  page,
}: {
  release: PublicationRow;
  number: number | null;
  page: Making;
}) {
  const t = useTranslations('incident');
  const locale = useLocale();
  const { view, words, nameOf } = page;
  const account = view.directory.accounts.find((one) => one.id === release.accountId);
  const isCorrected = correctionsOf(view.state.publications, release).length > 0;
  const shown = number && (locale === 'en' ? null : NUMERALS[number - 1]);
  return (
    <Entry
      id={`publication-${release.id}`}
      title={titleOf(page, release)}
      by={nameOf(release.publishedBy)}
      at={release.publishedAt}
      now={view.now}
      marks={
        <>
          {number && <Badge tone="accent">{t('releaseNumber', { number: shown ?? number })}</Badge>}
          <Badge tone="green">{account?.name ?? words.option('publicationWay', release.way)}</Badge>
          <ReleaseBadge
            run={view.state.approvalRuns.find((run) => run.id === release.approvalRunId)}
          />
          {release.correctsId && <Badge tone="amber">{t('correction')}</Badge>}
          {isCorrected && <Badge tone="amber">{t('corrected')}</Badge>}
        </>
      }
      actions={<Acts release={release} page={page} />}
    >
      {release.stillChecking && <p>{t('stillChecking', { what: release.stillChecking })}</p>}
      <div className="text-xs text-faint">
        {release.nextUpdateAt && (
          <p>
            {t('promisedUpdate')}{' '}
            <PromiseState
              limit={promiseOf(view.state.deadlines, release)}
              promisedAt={release.nextUpdateAt}
              now={view.now}
            />
          </p>
        )}
        <Links release={release} page={page} />
        <Particulars release={release} page={page} />
      </div>
    </Entry>
  );
}

const titleOf = ({ view }: Making, { wordingId }: PublicationRow): string =>
  view.state.wordings.find((one) => one.id === wordingId)?.title ?? '';

/** What it follows, what it puts right, and what put it right: each from both ends. */
function Links({ release, page }: { release: PublicationRow; page: Making }) {
  const t = useTranslations('incident');
  const { publications } = page.view.state;
  const of = (id: string | null) => publications.find((one) => one.id === id);
  const [continued, corrected] = [of(release.continuesId), of(release.correctsId)];
  const to = (one: PublicationRow) => `publication-${one.id}`;
  return (
    <>
      {continued && (
        <LinkLine
          to={to(continued)}
          text={t('continuesWhat', { title: titleOf(page, continued) })}
        />
      )}
      {corrected && (
        <LinkLine
          to={to(corrected)}
          text={t('correctsWhat', { title: titleOf(page, corrected) })}
        />
      )}
      {correctionsOf(publications, release).map((one) => (
        <LinkLine
          key={one.id}
          to={to(one)}
          text={t('correctedBy', { title: titleOf(page, one) })}
        />
      ))}
    </>
  );
}

/** Where, before whom, through whom, under whose name, and what shows it. */
function Particulars({ release, page }: { release: PublicationRow; page: Making }) {
  const t = useTranslations('incident');
  const { place, attendees, through, url, evidenceId } = release;
  const evidence = page.view.state.evidence.find((one) => one.id === evidenceId);
  const isLink = url !== null && /^https?:/.test(url);
  return (
    <>
      {place && <p>{t('placeLine', { place })}</p>}
      {attendees && <p>{t('attendeesLine', { people: attendees })}</p>}
      {through && <p>{t('throughLine', { who: through })}</p>}
      <p>{t('signedBy', { name: release.signatory })}</p>
      {evidence && (
        <LinkLine to="evidence" text={t('evidenceLine', { file: evidence.fileName ?? '' })} />
      )}
      {isLink ? (
        <a
          href={url}
          target="_blank"
          rel="noreferrer noopener"
          className="break-all text-accent hover:underline"
        >
          {url}
        </a>
      ) : (
        url && <span className="break-all">{url}</span>
      )}
    </>
  );
}

function Acts({ release, page }: { release: PublicationRow; page: Making }) {
  const t = useTranslations('incident');
  if (!page.may('publish')) return null;
  const { publications } = page.view.state;
  return (
    <>
      {!followerOf(publications, release) && (
        <CommandButton command="publish" preset={{ continuesId: release.id }} size="sm">
          {t('followUp')}
        </CommandButton>
      )}
      <CommandButton
        command="publish"
        preset={{ correctsId: release.id, continuesId: '' }}
        size="sm"
      >
        {t('correctIt')}
      </CommandButton>
    </>
  );
}

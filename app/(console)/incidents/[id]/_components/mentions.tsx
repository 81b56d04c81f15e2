import { useTranslations } from 'next-intl';
import { Time } from '@/components/ui/time';
import { AuthorReveal } from './author-reveal';
import type { Making } from './sheet-initial';

const COUNTS = ['views', 'reposts', 'comments', 'likes'] as const;

/** The posts, articles and calls it began with: text masked, counts, link. */
export function Mentions({ page, mayReadAuthor }: { page: Making; mayReadAuthor: boolean }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, words, locale } = page;
  const number = new Intl.NumberFormat(locale);
  if (view.state.mentions.length === 0) return <p className="text-faint">{t('noMentions')}</p>;
  return (
    <div>
      <h3 className="mb-2 text-xs font-medium text-faint">{t('mentions')}</h3>
      <ul className="space-y-3">
        {view.state.mentions.map((one) => (
          <li key={one.id} className="border-s-2 border-line ps-3">
            <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-faint">
              <span className="font-medium text-soft">
                {words.option('platform', one.platform)}
              </span>
              {one.publishedAt && (
                <span>
                  {t('postedAt')} <Time at={one.publishedAt} now={view.now} />
                </span>
              )}
              <span>
                {t('foundAt')} <Time at={one.discoveredAt} now={view.now} />
              </span>
              {one.mediaTier && one.mediaTier !== 'none' && (
                <span>{words.option('mediaTier', one.mediaTier)}</span>
              )}
              {one.url && (
                <a
                  href={/^https?:/.test(one.url) ? one.url : undefined}
                  target="_blank"
                  rel="noreferrer noopener"
                  className="max-w-full truncate text-accent hover:underline"
                >
                  {one.url}
                </a>
              )}
            </p>
            {one.text && (
              <p className="mt-1 max-w-prose break-words whitespace-pre-line">{one.text}</p>
            )}
            <div className="mt-1 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-xs text-soft tabular-nums">
              {COUNTS.map((name) =>
                one[name] === null ? null : (
                  <span key={name}>
                    {commands(`field.${name}`)} {number.format(one[name])}
                  </span>
                ),
              )}
              {mayReadAuthor && (
                <AuthorReveal
                  incidentId={one.incidentId}
                  mentionId={one.id}
                  texts={{
                    open: t('author.show'),
                    reason: t('author.reason'),
                    submit: t('author.submit'),
                    busy: commands('form.busy'),
                    author: t('author.author'),
                    recorded: t('author.recorded'),
                    close: t('author.close'),
                    none: t('author.none'),
                    failed: t('author.failed'),
                    logged: t('author.logged'),
                  }}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

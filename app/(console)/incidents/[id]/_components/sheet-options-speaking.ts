import type { RowSource } from '@/components/incident/form-types';
import type { SheetOption } from '@/components/incident/sheet';
import { formatMoment } from '@/lib/i18n/format';
import { isPending } from '@/lib/incident/limit-changes';
import type { PublicationRow, ReplyRow } from '@/lib/incident/model';
import { followerOf, promiseOf } from '@/lib/incident/releases';
import { voiceFault } from '@/lib/org/official-voice';
import { signatures, signingUnits } from '@/lib/org/signing-units';
import type { Making } from './sheet-options';

type Source = Extract<
  RowSource,
  | 'accounts'
  | 'lettersOpen'
  | 'promisesOpen'
  | 'publications'
  | 'releasesOpen'
  | 'repliesToCallBack'
  | 'signatures'
>;

/** Choices for what is said outside. */
export const speakingOptions: Record<Source, (making: Making) => SheetOption[]> = {
  accounts: ({ view, words, actor }) =>
    view.directory.accounts.map((account) => {
      const label = `${account.name} · ${words.option('platform', account.platform)}`;
      const fault = voiceFault(account, actor);
      if (!fault) return { value: account.id, label };
      const barred = `${label}（${words.option('voiceFault', fault)}）`;
      return { value: account.id, label: barred, disabled: true };
    }),
  lettersOpen: ({ view, words }) =>
    view.state.correctionLetters
      .filter((one) => !one.answeredAt)
      .map((one) => ({
        value: one.id,
        label: [one.outlet, words.option('letterDemand', one.demand)].filter(Boolean).join(' · '),
      })),
  promisesOpen: (making) =>
    making.view.state.replies.filter((one) => isOwed(making, one)).map(replyOption(making)),
  publications: (making) => making.view.state.publications.map(publicationOption(making)),
  releasesOpen: (making) => {
    const { publications } = making.view.state;
    return publications
      .filter((one) => !followerOf(publications, one))
      .map(publicationOption(making));
  },
  repliesToCallBack: (making) =>
    making.view.state.replies.filter((one) => !one.calledBackAt).map(replyOption(making)),
  signatures: ({ view: { directory } }) => {
    const inUse = directory.accounts.filter((one) => one.active);
    return signatures(signingUnits(directory.orgName, inUse)).map((value) => ({
      value,
      label: value,
    }));
  },
};

function isOwed({ view }: Making, reply: ReplyRow): boolean {
  const limit = promiseOf(view.state.deadlines, reply);
  return limit !== null && isPending(limit);
}

const publicationOption =
  ({ view, words, locale }: Making) =>
  ({ id, way, wordingId, publishedAt }: PublicationRow): SheetOption => {
    const title = view.state.wordings.find((one) => one.id === wordingId)?.title;
    const parts = [title, words.option('publicationWay', way)];
    const at = formatMoment(publishedAt, view.now, locale);
    return { value: id, label: [...parts, at].filter(Boolean).join(' · ') };
  };

const replyOption =
  ({ view, words, locale }: Making) =>
  (one: ReplyRow): SheetOption => {
    const parts = [words.option('replyKind', one.kind), words.option('replyChannel', one.channel)];
    const at = formatMoment(one.repliedAt, view.now, locale);
    return { value: one.id, label: [...parts, at, one.promise].filter(Boolean).join(' · ') };
  };

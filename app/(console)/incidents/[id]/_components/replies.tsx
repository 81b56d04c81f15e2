import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import type { ReplyRow } from '@/lib/incident/model';
import { promiseOf } from '@/lib/incident/releases';
import { Entry, EntryList } from './entry';
import { PromiseState } from './promise-state';
import type { Making } from './sheet-initial';

/** Answers to citizens: what was said, what was promised, and how the promise was kept. */
export function Replies({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const { replies } = page.view.state;
  return (
    <EntryList title={t('replies')} count={replies.length}>
      {replies.map((one) => (
        <Reply key={one.id} reply={one} page={page} />
      ))}
    </EntryList>
  );
}

function Reply({ reply, page }: { reply: ReplyRow; page: Making }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, words, nameOf } = page;
  const account = view.directory.accounts.find((one) => one.id === reply.accountId);
  const isOpen = !reply.calledBackAt && reply.promiseKind === 'call_back';
  return (
    <Entry
      id={`reply-${reply.id}`}
      title={words.option('replyKind', reply.kind)}
      by={nameOf(reply.repliedBy)}
      at={reply.repliedAt}
      now={view.now}
      marks={
        <>
          <Badge>{words.option('replyChannel', reply.channel)}</Badge>
          {account && <Badge>{account.name}</Badge>}
          {reply.reference && <Badge>{reply.reference}</Badge>}
        </>
      }
      actions={
        isOpen && page.may('recordCallBack') ? (
          <CommandButton command="recordCallBack" preset={{ replyId: reply.id }} size="sm">
            {commands('label.recordCallBack')}
          </CommandButton>
        ) : null
      }
    >
      {reply.content && <p>{reply.content}</p>}
      <div className="text-xs text-faint">
        <p>{t('signedBy', { name: reply.signatory ?? '' })}</p>
        <Promised reply={reply} page={page} />
        <CallBack reply={reply} page={page} />
      </div>
    </Entry>
  );
}

/** The promise of a reply at its end, and of the one it keeps at the other. */
function Promised({ reply, page }: { reply: ReplyRow; page: Making }) {
  const t = useTranslations('incident');
  const { view, words } = page;
  const { replies, deadlines } = view.state;
  const said = (one: ReplyRow) =>
    `${words.option('replyKind', one.kind)} · ${words.option('replyChannel', one.channel)}`;
  const kind = words.option('promiseKind', reply.promiseKind ?? 'answer');
  const kept = replies.find((one) => one.id === reply.keepsId);
  const keeper = replies.find((one) => one.keepsId === reply.id);
  return (
    <>
      {reply.promisedAt && (
        <p>
          {reply.promise
            ? t('promisedLine', { kind, what: reply.promise })
            : t('promisedPlain', { kind })}{' '}
          <PromiseState
            limit={promiseOf(deadlines, reply)}
            promisedAt={reply.promisedAt}
            now={view.now}
          />
        </p>
      )}
      {keeper && <LinkLine to={`reply-${keeper.id}`} text={t('keptBy', { title: said(keeper) })} />}
      {kept && <LinkLine to={`reply-${kept.id}`} text={t('keepsWhat', { title: said(kept) })} />}
    </>
  );
}

function CallBack({ reply, page }: { reply: ReplyRow; page: Making }) {
  const t = useTranslations('incident');
  const { view, words, nameOf } = page;
  const { callBackResult: result, callBackTries: tries } = reply;
  if (!result) return null;
  const tone =
    result === 'satisfied' ? 'green' : result === 'unreachable' ? 'neutral' : ('amber' as const);
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <Badge tone={tone}>
        {t('calledBack', { result: words.option('callBackResult', result) })}
      </Badge>
      {(tries ?? 1) > 1 && <span>{t('callBackTries', { count: tries ?? 1 })}</span>}
      <span>{reply.callBackNote}</span>
      <span>
        {nameOf(reply.calledBackBy)}{' '}
        {reply.calledBackAt && <Time at={reply.calledBackAt} now={view.now} />}
      </span>
    </p>
  );
}

/** A way to the other end of a link between two entries. */
export function LinkLine({ to, text }: { to: string; text: string }) {
  return (
    <p>
      <a href={`#${to}`} className="text-accent hover:underline">
        {text}
      </a>
    </p>
  );
}

import { useTranslations } from 'next-intl';
import { SecrecyLine } from '@/components/incident/secrecy-line';
import { Textarea } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import type { TaskView } from '@/lib/shift/server';
import { handOverAction, receiveAction } from '../../../actions';
import { SheetLists } from './sheet-lists';

/** 交接班: the sheet as it would be handed over now, or as it was frozen; both sign here. */
export function HandoverPanel({ view }: { view: TaskView }) {
  const t = useTranslations('shift');
  const { task, now, may, handover, handoverNow, outgoing, incoming } = view;
  if (!handover && !handoverNow) {
    return (
      <Panel title={t('sheet')}>{task.outcome ? t(`outcome.${task.outcome}`) : t('notYet')}</Panel>
    );
  }
  const content = handover?.content ?? handoverNow;
  return (
    <>
      {handover && !handover.isWhole && <Notice tone="red">{t('notWhole')}</Notice>}
      {handover && (
        <Panel title={t('signatures')}>
          <p>
            {t('signedOut', { name: handover.signedBy?.name ?? '' })}{' '}
            <Time at={handover.signedAt} now={now} />
          </p>
          {handover.receivedAt ? (
            <p>
              {t('signedIn', { name: handover.receivedBy?.name ?? '' })}{' '}
              <Time at={handover.receivedAt} now={now} />
            </p>
          ) : (
            <p className="text-red">{t('waitsFor', { name: incoming?.name ?? t('nobody') })}</p>
          )}
          <p className="mt-1 text-xs break-all text-faint">
            {t('hash', { hash: handover.contentHash })}
          </p>
        </Panel>
      )}
      {content && (
        <Panel title={t('sheet')}>
          <SheetLists sheet={content} now={now} />
          {handover?.content.note && (
            <div className="mt-4 border-t border-line pt-3">
              <h3 className="font-semibold">{t('note')}</h3>
              <p className="whitespace-pre-line">{handover.content.note}</p>
            </div>
          )}
        </Panel>
      )}
      {!handover && !may.signOut && view.isDoable && (
        <p className="text-soft">
          {t('waitsForOutgoing', { name: outgoing?.name ?? t('nobody') })}
        </p>
      )}
      {may.signOut && (
        <form action={handOverAction} className="space-y-3">
          <input type="hidden" name="taskId" value={task.id} />
          <Textarea name="note" label={t('note')} hint={t('noteHint')} maxLength={1000} rows={2} />
          <SecrecyLine />
          <Bar>
            <SubmitButton variant="primary" className="max-md:w-full">
              {t('signOut')}
            </SubmitButton>
          </Bar>
        </form>
      )}
      {may.receive && handover && (
        <form action={receiveAction}>
          <input type="hidden" name="taskId" value={task.id} />
          <input type="hidden" name="hash" value={handover.contentHash} />
          <Bar>
            <SubmitButton variant="primary" className="max-md:w-full">
              {t('receive')}
            </SubmitButton>
          </Bar>
        </form>
      )}
    </>
  );
}

/** Under the thumb on a phone. */
function Bar({ children }: { children: React.ReactNode }) {
  return (
    <div className="bg-canvas py-3 max-md:sticky max-md:bottom-14 max-md:z-20 max-md:-mx-3 max-md:border-t max-md:border-line max-md:px-3">
      {children}
    </div>
  );
}

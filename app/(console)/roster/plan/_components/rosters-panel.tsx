import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { SubmitButton } from '@/components/ui/submit-button';
import { createAction, moveAction, renameAction } from '../actions';

/** The rosters of the institution in the order in which they answer: renamed, moved, begun. */
export function RostersPanel({
  rosters,
}: {
  rosters: readonly { id: string; name: string; revision: number }[];
}) {
  const t = useTranslations('roster');
  return (
    <Panel id="rosters" title={t('further.list')} count={rosters.length}>
      <p className="mb-3 text-faint">{t('further.hint')}</p>
      <ol className="mb-4 divide-y divide-line border-y border-line">
        {rosters.map(({ id, name, revision }, index) => (
          <li key={id} className="flex flex-wrap items-end gap-3 py-2">
            <span className="pb-2 text-faint tabular-nums">{index + 1}</span>
            <form action={renameAction} className="flex grow flex-wrap items-end gap-3">
              <input type="hidden" name="mark" value={`${id} ${revision}`} />
              <Input
                name="name"
                id={`name-${id}`}
                label={t('further.nameOf', { name })}
                defaultValue={name}
                maxLength={40}
                className="min-w-0 grow sm:max-w-xs"
                required
              />
              <SubmitButton variant="secondary">{t('further.rename')}</SubmitButton>
            </form>
            {index > 0 && (
              <form action={moveAction}>
                <input type="hidden" name="mark" value={`${id} ${revision}`} />
                <SubmitButton variant="secondary">{t('further.up')}</SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ol>
      <form action={createAction} className="flex flex-wrap items-end gap-3">
        <Input
          name="name"
          id="new-name"
          label={t('further.title')}
          maxLength={40}
          className="min-w-0 grow sm:max-w-xs"
          required
        />
        <SubmitButton variant="secondary">{t('further.do')}</SubmitButton>
      </form>
    </Panel>
  );
}

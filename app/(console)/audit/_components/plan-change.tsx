import { getTranslations } from 'next-intl/server';
import type { LoggedPlan } from '@/lib/audit/server/logs';
import { parseChangeLine } from '@/lib/plan/change-line';
import { changeWords } from '@/lib/plan/change-words';
import type { ResponsePlan } from '@/lib/plan/schema';
import { ChangeList } from '../../plans/_components/change-list';
import { serverSpeech } from '../../plans/_components/server-speech';

const SHOWN = 20;
const NOTHING = { levels: [], scales: [], obligations: [], chains: [] };

/** What changed in a plan, who wrote it and why, as the record has it. */
export async function PlanChange({
  plan,
  draft,
}: {
  plan: LoggedPlan;
  /** The draft it is about, for the names of what changed; null where none is kept. */
  draft: ResponsePlan | null;
}) {
  const [t, speech] = await Promise.all([getTranslations('audit'), serverSpeech()]);
  const { key, version, authorName, reason, changes } = plan;
  const parsed = changes.flatMap((line) => parseChangeLine(line) ?? []);
  const words = changeWords(parsed, draft ?? NOTHING, speech);
  return (
    <div className="max-w-xl space-y-1">
      <p>
        <span className="font-medium">
          {key.toUpperCase()}
          {version !== null && ` ${t('plan.version', { number: version })}`}
        </span>{' '}
        {draft?.title[speech.language]}
      </p>
      {words.length > 0 && <ChangeList changes={words.slice(0, SHOWN)} />}
      {words.length > SHOWN && (
        <p className="text-faint">{t('plan.more', { count: words.length, shown: SHOWN })}</p>
      )}
      {authorName && <p>{t('plan.author', { name: authorName })}</p>}
      {reason && <p>{t('plan.reason', { reason })}</p>}
    </div>
  );
}

import { useLocale, useTranslations } from 'next-intl';
import { GradeBadge, type GradeRank } from '@/components/ui/grade-badge';
import { Panel } from '@/components/ui/layout';
import { Table } from '@/components/ui/table';
import { joinWords } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import type { Level } from '@/lib/plan/schema';
import { CriterionWords } from './criterion-words';
import { SourceLine } from './source-line';

/** Levels of a plan or of one of its other scales, the gravest first. */
export function Levels({
  title,
  note,
  levels,
}: {
  title: string;
  note?: string;
  levels: readonly Level[];
}) {
  const t = useTranslations('plans');
  const words = useTranslations('words');
  const locale = toLocale(useLocale());
  const language = locale === 'en' ? 'en' : 'zh';
  const sorted = [...levels].sort((a, b) => b.rank - a.rank);
  return (
    <Panel title={title} flush>
      {note && <p className="px-4 pt-2 text-soft">{note}</p>}
      <Table
        stacked
        caption={title}
        columns={[
          { label: t('level') },
          { label: t('criteria') },
          { label: t('deciders') },
          { label: t('commandedBy') },
          { label: t('where') },
        ]}
      >
        {sorted.map((level, index) => (
          <tr key={level.key}>
            <td>
              <GradeBadge
                grade={level.key}
                label={level.label[language]}
                rank={words.has(`grade.${level.key}`) ? undefined : rankAt(index, sorted.length)}
              />
            </td>
            <td data-label={t('criteria')}>
              <div>
                {level.criteria ? (
                  <CriterionWords criterion={level.criteria} />
                ) : (
                  <span className="text-faint">{t('byPerson')}</span>
                )}
                {level.note && <p className="text-soft">{level.note[language]}</p>}
              </div>
            </td>
            <td data-label={t('deciders')}>
              {joinWords(
                level.deciders.map((role) => words(`role.${role}`)),
                locale,
              )}
            </td>
            <td data-label={t('commandedBy')}>{level.commandedBy?.[language] ?? '—'}</td>
            <td data-label={t('where')} className="text-xs text-faint">
              {level.source ? <SourceLine source={level.source} /> : t('filledByUnit')}
            </td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}

/** Colour and shape of a level with a name of its own: the last is the mildest. */
function rankAt(index: number, count: number): GradeRank {
  return Math.max(1, Math.min(4, index + 5 - count)) as GradeRank;
}

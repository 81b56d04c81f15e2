import { useTranslations } from 'next-intl';

export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Two versions of a text in one: additions underlined, deletions struck. */
export function Diff({ parts }: { parts: readonly DiffPart[] }) {
  const t = useTranslations('ui');
  return (
    <div className="whitespace-pre-wrap">
      {parts.map((part, index) => {
        const key = `${index}-${part.kind}`;
        if (part.kind === 'same') return <span key={key}>{part.text}</span>;
        return part.kind === 'added' ? (
          <ins key={key} className="bg-green-pale text-green underline underline-offset-2">
            <span className="sr-only">[{t('diff.added')}] </span>
            {part.text}
          </ins>
        ) : (
          <del key={key} className="bg-red-pale text-red line-through">
            <span className="sr-only">[{t('diff.removed')}] </span>
            {part.text}
          </del>
        );
      })}
    </div>
  );
}

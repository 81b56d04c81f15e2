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
        const said = <span className="sr-only">[{t(`diff.${part.kind}`)}] </span>;
        return part.kind === 'added' ? (
          <ins key={key} className="bg-green-pale text-green underline underline-offset-2">
            {said}
            {part.text}
          </ins>
        ) : (
          <del key={key} className="bg-red-pale text-red line-through">
            {said}
            {part.text}
          </del>
        );
      })}
    </div>
  );
}

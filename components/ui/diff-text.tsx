export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Two versions of a text in one, with the words a screen reader says before each change. */
export function DiffText({
  parts,
  added,
  removed,
}: {
  parts: readonly DiffPart[];
  added: string;
  removed: string;
}) {
  return (
    <div className="break-words whitespace-pre-wrap">
      {parts.map((part, index) => {
        const key = `${index}-${part.kind}`;
        if (part.kind === 'same') return <span key={key}>{part.text}</span>;
        return part.kind === 'added' ? (
          <ins key={key} className="bg-green-pale text-green underline underline-offset-2">
            <span className="sr-only">[{added}] </span>
            {part.text}
          </ins>
        ) : (
          <del key={key} className="bg-red-pale text-red line-through">
            <span className="sr-only">[{removed}] </span>
            {part.text}
          </del>
        );
      })}
    </div>
  );
}

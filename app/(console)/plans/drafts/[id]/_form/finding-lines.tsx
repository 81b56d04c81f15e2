import { useTranslations } from 'next-intl';

export interface FindingLine {
  severity: 'error' | 'warning' | 'note';
  message: string;
}

const TONES: Record<FindingLine['severity'], string> = {
  error: 'text-red',
  warning: 'text-amber',
  note: 'text-soft',
};

/** What the review says of one place, in its place. */
export function FindingLines({ findings }: { findings: readonly FindingLine[] }) {
  const t = useTranslations('planEditor');
  if (findings.length === 0) return null;
  return (
    <ul className="mt-1 space-y-0.5 text-xs">
      {findings.map(({ severity, message }) => (
        <li key={message} className={TONES[severity]}>
          <span className="font-medium">{t(`severity.${severity}`)}</span> {message}
        </li>
      ))}
    </ul>
  );
}

import { useTranslations } from 'next-intl';
import { fill } from '@/lib/i18n/fill';

/** A person in one line: name, what they are here, and the number to call. */
export function PersonLine({
  name,
  role,
  unit,
  phone,
}: {
  name: string;
  role?: string | undefined;
  unit?: string | undefined;
  phone?: string | null | undefined;
}) {
  const t = useTranslations('ui');
  const about = [role, unit].filter(Boolean).join(' · ');
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <span className="font-medium">{name}</span>
      {about && <span className="text-xs text-faint">{about}</span>}
      {phone && (
        <a
          href={`tel:${phone.replace(/[^\d+]/g, '')}`}
          aria-label={`${fill(t.raw('call'), { name })} ${phone}`}
          className="ms-auto py-0.5 text-accent tabular-nums hover:underline"
        >
          {phone}
        </a>
      )}
    </p>
  );
}

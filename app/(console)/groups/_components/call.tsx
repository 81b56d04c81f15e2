import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { fill } from '@/lib/i18n/fill';

/** A number as a button that calls it: one tap on a phone, large enough for a thumb. */
export function Call({
  name,
  label,
  phone,
}: {
  name: string;
  label: string;
  phone: string | null;
}) {
  const t = useTranslations('ui');
  if (!phone) return null;
  return (
    <a
      href={`tel:${phone.replace(/[^\d+]/g, '')}`}
      aria-label={`${fill(t.raw('call'), { name })} ${label} ${phone}`}
      className={buttonClass()}
    >
      <span className="text-xs text-faint">{label}</span>
      <span className="tabular-nums text-accent">{phone}</span>
    </a>
  );
}

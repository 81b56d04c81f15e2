import { useTranslations } from 'next-intl';
import { formatLocal } from '@/lib/calendar';
import type { ApprovalRunRow, WordingRow } from '@/lib/incident/model';
import type { Making } from '../../../_components/sheet-initial';

const cell = 'border border-control px-2 py-1 align-top';

/** What the sheet is about: number, kind, title, drafters, and the text that was sent last. */
export function SheetHead({
  page,
  wording,
  run,
}: {
  page: Making;
  wording: WordingRow;
  run: ApprovalRunRow | null;
}) {
  const t = useTranslations('approvals');
  const { view, nameOf, words } = page;
  const { incident, wordingVersions } = view.state;
  const versions = wordingVersions.filter((one) => one.wordingId === wording.id);
  const version =
    versions.find((one) => one.contentHash === run?.contentHash) ??
    versions.find((one) => one.number === wording.currentVersion);
  const separator = page.locale === 'en' ? ', ' : '、';
  const rows: [string, string][] = [
    [t('sheet.number'), incident.number],
    [t('sheet.incident'), incident.title ?? ''],
    [t('sheet.text'), `${wording.title ?? ''} · v${version?.number ?? wording.currentVersion}`],
    [t('sheet.drafters'), wording.drafterIds.map(nameOf).join(separator)],
    [t('sheet.written'), version ? formatLocal(version.createdAt) : ''],
  ];
  return (
    <header>
      <h1 className="mb-3 text-center text-lg font-semibold">
        {page.orgName}
        <br />
        {t('sheet.heading', { kind: words.option('wordingKind', wording.kind) })}
      </h1>
      <table className="w-full border-collapse text-sm print:text-[10pt]">
        <caption className="sr-only">{t('sheet.about')}</caption>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row" className={`${cell} w-28 text-start font-medium`}>
                {label}
              </th>
              <td className={`${cell} break-words`}>{value}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className={`${cell} text-start font-medium`}>
              {t('sheet.body')}
            </th>
            <td className={`${cell} break-words whitespace-pre-wrap`}>{version?.body}</td>
          </tr>
        </tbody>
      </table>
    </header>
  );
}

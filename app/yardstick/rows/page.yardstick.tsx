import { readYardstickRows } from '@/lib/platform/yardstick';

export const dynamic = 'force-dynamic';

/** The bare page that lists are measured against: 20 rows, no session, no frame. */
export default async function RowsPage() {
  const rows = await readYardstickRows();
  return (
    <main>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            {row.number} {row.title}
          </li>
        ))}
      </ul>
    </main>
  );
}

import { classNames } from './class-names';

/** Tabs as links: each view has its address. `current` is the `href` or key of the open one. */
export function Tabs({
  label,
  items,
  current,
}: {
  label: string;
  items: ReadonlyArray<{ key: string; href: string; label: string; count?: number | undefined }>;
  current: string;
}) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {items.map((item) => (
          <li key={item.key}>
            <a
              data-soft=""
              href={item.href}
              aria-current={item.key === current ? 'page' : undefined}
              className={classNames(
                '-mb-px flex min-h-9 items-center gap-1.5 border-b-2 px-3 whitespace-nowrap max-sm:min-h-11',
                item.key === current
                  ? 'border-accent font-medium text-accent'
                  : 'border-transparent text-soft hover:text-ink',
              )}
            >
              {item.label}
              {item.count !== undefined && (
                <span className="text-xs text-faint tabular-nums">{item.count}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

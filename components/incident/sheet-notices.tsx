import { buttonClass } from '../ui/button';
import { Notice } from '../ui/notice';
import { commandHref } from './command-href';
import type { SheetNotice } from './sheet';

/** What to see before deciding; one that can be put right at once has a button to do so. */
export function SheetNotices({ notices }: { notices: readonly SheetNotice[] }) {
  return notices.map(({ tone, title, lines, act }) => (
    <Notice
      key={title}
      tone={tone}
      title={title}
      actions={
        act && (
          // biome-ignore lint/a11y/useSemanticElements: the page's host opens command links
          <a
            role="button"
            href={commandHref(act.type, act.preset)}
            data-command={act.type}
            className={buttonClass({ size: 'sm' })}
          >
            {act.label}
          </a>
        )
      }
    >
      {lines.length > 0 && (
        <ul className="list-disc ps-5">
          {lines.map((line) => (
            <li key={line} className="break-words">
              {line}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  ));
}

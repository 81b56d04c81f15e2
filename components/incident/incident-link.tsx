import { Badge } from '../ui/badge';
import { classNames } from '../ui/class-names';

export interface LinkedIncident {
  id: string;
  number: string;
  title: string | null;
  isDrill: boolean;
}

/** What stands for a drill and for an erased title. */
export type LinkWords = Record<'drill' | 'erased', string>;

/** Number and title as one link, with the marks that change how everything else is read. */
export function IncidentLink({
  incident: { id, number, title, isDrill },
  words,
  oneLine = false,
}: {
  incident: LinkedIncident;
  words: LinkWords;
  /** Cuts a long title off, except on phones. */
  oneLine?: boolean | undefined;
}) {
  return (
    <a
      data-soft=""
      href={`/incidents/${id}`}
      className={classNames('group/link block leading-6', oneLine && 'xl:truncate')}
    >
      {isDrill && (
        <span className="me-1.5 align-[1px]">
          <Badge tone="accent">{words.drill}</Badge>
        </span>
      )}
      <span className="me-2 whitespace-nowrap text-faint tabular-nums">{number}</span>
      <span className="group-hover/link:text-accent group-hover/link:underline">
        {title ?? words.erased}
      </span>
    </a>
  );
}

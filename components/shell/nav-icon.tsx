import {
  CalendarClock,
  ChartNoAxesColumn,
  ClipboardCheck,
  FileClock,
  Inbox,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  Rss,
  Settings,
  ShieldAlert,
  UsersRound,
} from 'lucide-react';
import type { NavKey } from './nav';

const icons: Record<NavKey, LucideIcon> = {
  desk: LayoutDashboard,
  mentions: Rss,
  incidents: Inbox,
  approvals: ClipboardCheck,
  roster: CalendarClock,
  groups: UsersRound,
  plans: ListChecks,
  risks: ShieldAlert,
  reports: ChartNoAxesColumn,
  audit: FileClock,
  admin: Settings,
};

/** The picture beside a word of the rail; never stands alone. */
export function NavIcon({ entry }: { entry: NavKey }) {
  const Icon = icons[entry];
  return <Icon aria-hidden="true" className="size-4 shrink-0 max-md:size-5" strokeWidth={1.75} />;
}

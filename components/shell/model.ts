import type { Theme } from '@/lib/i18n/themes';
import type { NavKey } from './nav';

/** What the frame of the console shows; made from the session by `loadShell()`. */
export interface ShellModel {
  org: { name: string };
  person: {
    name: string;
    /** Role keys as in lib/access/roles. */
    roles: readonly string[];
  };
  /** Whether this person may log an item. */
  mayLog: boolean;
  /** Unread notices in the app. */
  unread: number;
  /** Present when demo data is loaded: how far business time is ahead of real time. */
  demo?: { offsetMs: number } | undefined;
  /** Entries this person may open, in any order; see `navKeys`. */
  nav: readonly NavKey[];
}

/** The words of the frame, in the reader's language; `demoTime` with `{at}`. */
export type ShellTexts = Record<
  | 'product'
  | 'skip'
  | 'mainNav'
  | 'more'
  | 'search'
  | 'searchPlaceholder'
  | 'log'
  | 'unread'
  | 'account'
  | 'roles'
  | 'language'
  | 'theme'
  | 'signOut'
  | 'demo'
  | 'demoTime'
  | 'keys'
  | 'close',
  string
> & {
  themes: Record<Theme, string>;
  /** The entries of the rail in their order, with their names. */
  nav: readonly (readonly [key: NavKey, name: string])[];
};

/** A person of the demo data, offered on the sign-in page. */
export interface DemoPerson {
  username: string;
  password: string;
  name: string;
  roles: readonly string[];
}

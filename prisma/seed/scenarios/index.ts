import type { Cast } from '../builders/cast';
import type { Moments } from '../builders/moments';
import type { Story } from '../builders/story';
import { awardList } from './award-list';
import { canteen } from './canteen';
import { districting } from './districting';
import { kindergarten } from './kindergarten';
import { midnight } from './midnight';
import { otherPlace } from './other-place';
import { runningTrack } from './running-track';
import { schoolBus } from './school-bus';
import { staggeredDismissal } from './staggered-dismissal';
import { suspendedClasses } from './suspended-classes';
import { uniform } from './uniform';

/** Every story of the demo. */
export const SCENARIOS: readonly ((moments: Moments, cast: Cast) => Story)[] = [
  uniform,
  suspendedClasses,
  staggeredDismissal,
  districting,
  otherPlace,
  kindergarten,
  awardList,
  schoolBus,
  canteen,
  runningTrack,
  midnight,
];

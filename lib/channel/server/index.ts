import 'server-only';

export { type ChannelInput, type ListedChannel, listChannels, saveChannel } from './channels';
export { type Delivery, deliver, startDelivery } from './delivery';
export { type ListedAttempt, listAttempts, logFilter, RESULTS } from './delivery-log';
export {
  countHeld,
  HELD_VIEWS,
  type HeldMessage,
  type HeldView,
  heldFilter,
  listHeld,
  listOwnHeld,
  type OwnHeld,
} from './held-list';
export { moveChannel } from './order';
export { type Preference, readPreference, savePreference } from './preferences';
export { replayMessage } from './replay';
export { testChannel } from './test-send';

import 'server-only';

export { type ChannelInput, type ListedChannel, listChannels, saveChannel } from './channels';
export { type Delivery, deliver, startDelivery } from './delivery';
export { type ListedAttempt, listAttempts } from './delivery-log';
export { type Preference, readPreference, savePreference } from './preferences';
export { testChannel } from './test-send';

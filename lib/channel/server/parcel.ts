import 'server-only';
import type { ChannelLimits } from '@/lib/notify/channel-kinds';
import type { SmsParameters } from '@/lib/notify/requests';
import type { StoredChannel } from './open-channel';

export const GROUP = 'group';

/** A message as it waits. */
export interface Waiting {
  id: string;
  recipient: string;
  rule: string;
  eventType: string;
  seq: number;
  /** Null for what is about no incident; then `href` leads to it. */
  incidentId: string | null;
  deadlineId: string | null;
  href: string | null;
  params: Record<string, string> | null;
  urgent: boolean;
  attempts: number;
  partsSent: number;
}

export interface Address {
  mail: string | null;
  phone: string | null;
}

/** What one message or bundle says, in every form a channel may ask for. */
export interface Content {
  subject: string;
  /** Each within the channel's limit; mail, SMS and webhooks have one. */
  parts: string[];
  sms: SmsParameters;
  payload: object;
}

/** One delivery under way: a message with those it carries. */
export interface Parcel {
  /** Of the message: the same on every try. */
  id: string;
  attemptId: string;
  channel: StoredChannel;
  limits: ChannelLimits;
  recipient: string;
  address: Address;
  attempts: number;
  partsSent: number;
  content: Content;
  /** Messages it carries. */
  messages: number;
}

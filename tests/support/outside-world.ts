import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type ChannelInput, deliver, saveChannel, savePreference } from '@/lib/channel/server';
import { prisma } from '@/lib/platform/db';
import { ClockWorld } from './clock-world';
import { createTestDatabase } from './database';
import { MailServer, Providers, SECRETS } from './providers';

type Kind = ChannelInput['kind'];

/** The demo institution with servers that take what leaves the house. */
export class OutsideWorld {
  private constructor(
    readonly clock: ClockWorld,
    readonly providers: Providers,
    readonly mail: MailServer,
  ) {}

  static async create(): Promise<OutsideWorld> {
    const clock = await ClockWorld.create();
    return new OutsideWorld(clock, await Providers.start(), await MailServer.start());
  }

  /** Adds a channel of the bureau as its system administrator does. */
  async channel(kind: Kind, change: Partial<ChannelInput> = {}): Promise<string> {
    const { settings = {}, ...rest } = change;
    return saveChannel(await this.clock.actor('sysadmin'), {
      kind,
      name: `${kind}-${Math.random()}`,
      settings: { ...this.settingsOf(kind), ...settings },
      secret: SECRET_OF[kind],
      ...rest,
    });
  }

  settingsOf(kind: Kind): Record<string, unknown> {
    const { url } = this.providers;
    if (kind === 'mail') {
      return {
        host: '127.0.0.1',
        port: this.mail.port,
        security: 'none',
        from: 'yq@example.gov.cn',
      };
    }
    if (kind === 'sms') return { url: `${url}/sms`, signName: '示范局', template: 'T1' };
    if (kind === 'webhook') return { url: `${url}/hook` };
    // Tests run at any minute of the hour.
    return { baseUrl: url, ...(kind === 'feishu' ? { limits: { avoidMinutes: [] } } : {}) };
  }

  /** Gives people a mail address: `NAME@example.gov.cn`. */
  async reachByMail(...usernames: string[]): Promise<void> {
    for (const username of usernames) {
      await savePreference(await this.clock.actor(username), {
        mail: `${username}@example.gov.cn`,
        preferred: [],
        declined: [],
        quietFrom: null,
        quietTo: null,
      });
    }
  }

  /** Empties everything between two tests. */
  async clear(): Promise<void> {
    this.providers.forget();
    this.mail.mails.length = 0;
    this.mail.refusals.length = 0;
    await prisma.channel.updateMany({ data: { enabled: false } });
    await prisma.outboxMessage.updateMany({
      where: { state: { in: ['queued', 'bundled'] } },
      data: { state: 'cancelled', settledAt: new Date() },
    });
    await prisma.contactPreference.updateMany({
      data: { mail: null, quietFrom: null, quietTo: null },
    });
    // What the person and channel bounds count; an hour ago is outside all windows but the day's.
    const before = new Date(Date.now() - 3_600_000);
    await prisma.deliveryAttempt.updateMany({ data: { startedAt: before } });
  }

  /** Delivers at `seconds` from now until nothing more goes out. */
  async deliverAll(seconds = 0): Promise<{ sent: number; failed: number }> {
    const total = { sent: 0, failed: 0 };
    for (let round = 0; round < 200; round += 1) {
      const one = await deliver(new Date(Date.now() + seconds * 1000));
      if (one.sent + one.failed === 0) return total;
      total.sent += one.sent;
      total.failed += one.failed;
    }
    throw new Error('the delivery does not come to an end');
  }

  async stop(): Promise<void> {
    await this.providers.stop();
    await this.mail.stop();
  }
}

const SECRET_OF: Record<Kind, Record<string, unknown>> = {
  mail: { user: 'huiying', password: 'mail-password' },
  wecom: { key: SECRETS.wecom },
  dingtalk: { token: 'T', secret: SECRETS.dingtalk },
  feishu: { token: 'T', secret: SECRETS.feishu },
  sms: { secret: SECRETS.hook },
  webhook: { secret: SECRETS.hook },
};

/** The world of a test file in its own database, emptied before every test. */
export function withOutsideWorld(take: (world: OutsideWorld) => void): void {
  let world: OutsideWorld;
  beforeAll(async () => {
    await createTestDatabase();
    world = await OutsideWorld.create();
    take(world);
  });
  beforeEach(() => world.clear());
  afterAll(async () => {
    const database = await createTestDatabase();
    await world.stop();
    await prisma.$disconnect();
    await database.drop();
  });
}

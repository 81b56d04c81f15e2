import { loadActor } from '@/lib/access/server/actor';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { at, buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { createTestDatabase } from './database';

/** The demo institution in a database of its own, without incidents; people by username. */
export class Institution {
  private constructor(
    readonly world: DemoWorld,
    readonly now: string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<Institution> {
    const database = await createTestDatabase();
    const now = new Date().toISOString();
    return new Institution(await buildInstitution(now), now, () => database.drop());
  }

  async close(): Promise<void> {
    await prisma.$disconnect();
    await this.drop();
  }

  person(name: string): string {
    return at(this.world.people, name);
  }

  inDays(days: number): string {
    return new Date(Date.parse(this.now) + days * 86_400_000).toISOString();
  }

  async actor(name: string): Promise<Actor> {
    const actor = await loadActor(this.person(name));
    if (!actor) throw new Error(`no ${name}`);
    return actor;
  }
}

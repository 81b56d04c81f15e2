import pg from 'pg';

/** Hears what commits tell, and when; counts an incident's first change after `expect`. */
export class Ear {
  private readonly heard = new Map<string, number>();
  private awaited = new Set<string>();

  private constructor(private readonly client: pg.Client) {}

  static async open(appUrl: string): Promise<Ear> {
    const client = new pg.Client(appUrl);
    await client.connect();
    const ear = new Ear(client);
    client.on('notification', ({ payload }) => ear.note(payload ?? '{}'));
    await client.query('LISTEN huiying');
    return ear;
  }

  private note(payload: string): void {
    const { type, id } = JSON.parse(payload) as { type: string; id?: string };
    if (type !== 'incident.changed' || !id) return;
    if (this.awaited.delete(id)) this.heard.set(id, Date.now());
  }

  /** Forgets what was heard and waits for these incidents. */
  expect(ids: readonly string[]): void {
    this.heard.clear();
    this.awaited = new Set(ids);
  }

  get missing(): number {
    return this.awaited.size;
  }

  /** When each was heard of, in milliseconds of real time. */
  get times(): ReadonlyMap<string, number> {
    return this.heard;
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}

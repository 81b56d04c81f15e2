import 'server-only';

/** A sleep that can be cut short, also by a call that came just before it. */
export class Bed {
  private isAwake = false;
  private rise: (() => void) | null = null;
  /** When the sleep ends by itself, in business time; null while awake. */
  private endsMs: number | null = null;

  clear(): void {
    this.isAwake = false;
  }

  wake(): void {
    this.isAwake = true;
    this.rise?.();
  }

  /** Wakes unless the sleep ends by then, in milliseconds of business time. */
  wakeBefore(atMs: number): void {
    if (this.endsMs === null || atMs < this.endsMs) this.wake();
  }

  /**
   * @param fromMs business time at which the length was found; without it every call wakes. A clock
   *   that is moved wakes too, so that it runs beside real time meanwhile.
   */
  async sleep(ms: number, fromMs: number | null = null): Promise<void> {
    if (this.isAwake) return;
    this.endsMs = fromMs === null ? null : fromMs + ms;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.rise = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.rise = null;
    this.endsMs = null;
  }
}

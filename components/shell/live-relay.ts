/** Something changed that a page may show. */
export type LiveEvent =
  | { type: 'incident.changed'; id: string; version: number }
  | { type: 'desk.changed' }
  | { type: 'clock' };

const NAME = 'huiying-live';
const EVENTS = ['incident.changed', 'desk.changed', 'clock'] as const;
const LEASE_MS = 6000;
const RETRY_MS = 30_000;

/**
 * Hears of changes through one stream for all tabs of this browser: one tab holds it and passes on
 * what it hears. When that tab goes, another takes over; when the server cannot be reached, a
 * `desk.changed` every half minute stands in, so that pages do not grow old.
 * @returns what ends the subscription
 */
export function hearChanges(hear: (event: LiveEvent) => void): () => void {
  const relay = new BroadcastChannel(NAME);
  relay.onmessage = ({ data }: MessageEvent<LiveEvent>) => hear(data);
  let close: (() => void) | null = null;
  const leave = elect(() => {
    close = openSource((event) => {
      hear(event);
      relay.postMessage(event);
    });
    return () => close?.();
  });
  return () => {
    leave();
    relay.close();
  };
}

/** Opens the stream; what ends it is returned. */
function openSource(tell: (event: LiveEvent) => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasBroken = false;
  const open = () => {
    source = new EventSource('/api/events');
    for (const type of EVENTS) {
      source.addEventListener(type, ({ data }: MessageEvent<string>) => {
        tell({ ...(JSON.parse(data) as object), type } as LiveEvent);
      });
    }
    source.onopen = () => {
      if (hasBroken) tell({ type: 'desk.changed' });
      hasBroken = false;
    };
    source.onerror = () => {
      hasBroken = true;
      // The browser comes back by itself unless the server refused.
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(() => {
        tell({ type: 'desk.changed' });
        open();
      }, RETRY_MS);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

/**
 * Makes one tab the leader. Web Locks decide where they exist; over plain http they do not, and a
 * lease in local storage, renewed every two seconds, decides instead.
 */
function elect(lead: () => () => void): () => void {
  return 'locks' in navigator ? electByLock(lead) : electByLease(lead);
}

function electByLock(lead: () => () => void): () => void {
  const waiting = new AbortController();
  let stepDown = () => {};
  const held = new Promise<void>((resolve) => {
    stepDown = resolve;
  });
  navigator.locks
    .request(NAME, { signal: waiting.signal }, async () => {
      if (waiting.signal.aborted) return;
      const stop = lead();
      await held;
      stop();
    })
    .catch(() => undefined);
  return () => {
    waiting.abort();
    stepDown();
  };
}

function electByLease(lead: () => () => void): () => void {
  const me = `${Date.now()}-${Math.random()}`;
  let stop: (() => void) | null = null;
  const renew = () => {
    const [holder = '', until = '0'] = (localStorage.getItem(NAME) ?? '').split(' ');
    const isMine = holder === me;
    if (!isMine && Number(until) > Date.now()) {
      stop?.();
      stop = null;
      return;
    }
    localStorage.setItem(NAME, `${me} ${Date.now() + LEASE_MS}`);
    if (isMine) stop ??= lead();
  };
  renew();
  const timer = setInterval(renew, LEASE_MS / 3);
  return () => {
    clearInterval(timer);
    stop?.();
    if (localStorage.getItem(NAME)?.startsWith(me)) localStorage.removeItem(NAME);
  };
}

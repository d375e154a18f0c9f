/** Outcome of one request; times are `performance.timeOrigin + performance.now()` of the upstream process, in ms. */
export interface RequestRecord {
  readonly path: string;
  readonly mode: string;
  readonly at: number;
  endedAt: number | undefined;
  /** HTTP status; 0 until it is sent. */
  status: number;
  outcome: 'open' | 'finished' | 'aborted';
  readonly httpVersion: string;
  readonly authorization: string | undefined;
}

export interface UpstreamCounts {
  /** Number of open requests. */
  readonly open: number;
  readonly started: number;
  /** Number of complete responses, including errors. */
  readonly finished: number;
  /** Number of requests that the client ended before the response was complete. */
  readonly aborted: number;
  /** Number of requests that the upstream ended before the response was complete (`refuse`, `reset`). */
  readonly broken: number;
  readonly rejected: number;
  readonly peak: number;
  readonly socketsOpened: number;
  readonly socketsOpen: number;
}

const MAX_RECORDS = 20_000;
const MAX_BODIES = 1_000;

export const now = (): number => performance.timeOrigin + performance.now();

/** Requests as counted by the upstream. */
export class UpstreamStats {
  open = 0;
  started = 0;
  finished = 0;
  aborted = 0;
  broken = 0;
  /** Number of requests answered with 429. */
  rejected = 0;
  /** Maximum number of concurrent requests. */
  peak = 0;
  socketsOpened = 0;
  socketsOpen = 0;
  /** The first 20 000 requests in order of arrival. */
  readonly requests: RequestRecord[] = [];
  /** The first 1 000 parsed JSON bodies in order of arrival. */
  readonly bodies: unknown[] = [];

  /** Resets the counters; open requests and sockets remain counted. */
  reset(): void {
    this.started = this.finished = this.aborted = this.broken = this.rejected = 0;
    this.socketsOpened = this.socketsOpen;
    this.peak = this.open;
    this.requests.length = this.bodies.length = 0;
  }

  begin(request: Pick<RequestRecord, 'path' | 'mode' | 'httpVersion' | 'authorization'>, body: unknown): RequestRecord {
    const record: RequestRecord = { ...request, at: now(), endedAt: undefined, status: 0, outcome: 'open' };
    this.open++;
    this.started++;
    this.peak = Math.max(this.peak, this.open);
    if (this.requests.length < MAX_RECORDS) this.requests.push(record);
    if (this.bodies.length < MAX_BODIES) this.bodies.push(body);
    return record;
  }

  end(record: RequestRecord, how: 'finished' | 'aborted' | 'broken'): void {
    this.open--;
    this[how]++;
    if (record.status === 429) this.rejected++;
    record.outcome = how === 'finished' ? 'finished' : 'aborted';
    record.endedAt = now();
  }

  counts(): UpstreamCounts {
    const { open, started, finished, aborted, broken, rejected, peak, socketsOpened, socketsOpen } = this;
    return { open, started, finished, aborted, broken, rejected, peak, socketsOpened, socketsOpen };
  }
}

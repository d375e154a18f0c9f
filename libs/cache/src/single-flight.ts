interface Flight<Value> {
  readonly value: Promise<Value>;
  readonly abort: AbortController;
  callers: number;
}

/**
 * Runs concurrent work with equal keys once. The work is aborted when all its callers have aborted. A failure rejects
 * the current callers and is not cached.
 */
export class SingleFlight<Value> {
  readonly #flights = new Map<string, Flight<Value>>();

  get size(): number {
    return this.#flights.size;
  }

  /**
   * @param signal the caller's signal; its abort rejects this call with the signal's reason and does not affect other
   * callers
   */
  run(key: string, work: (signal: AbortSignal) => Promise<Value>, signal?: AbortSignal): Promise<Value> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    const flight = this.#flights.get(key) ?? this.#start(key, work);
    flight.callers++;
    return this.#join(key, flight, signal);
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<Value>): Flight<Value> {
    const abort = new AbortController();
    const flight = { value: work(abort.signal), abort, callers: 0 };
    this.#flights.set(key, flight);
    const forget = () => this.#remove(key, flight);
    flight.value.then(forget, forget);
    return flight;
  }

  #join(key: string, flight: Flight<Value>, signal: AbortSignal | undefined): Promise<Value> {
    const { promise, resolve, reject } = Promise.withResolvers<Value>();
    const leave = () => {
      reject(signal?.reason);
      if (--flight.callers > 0) return;
      this.#remove(key, flight);
      flight.abort.abort(signal?.reason);
    };
    signal?.addEventListener('abort', leave, { once: true });
    flight.value.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    return promise;
  }

  #remove(key: string, flight: Flight<Value>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}

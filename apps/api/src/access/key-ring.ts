import { hash, timingSafeEqual } from 'node:crypto';
import { type StatWatcher, unwatchFile, watchFile } from 'node:fs';
import { Logger } from '@nestjs/common';
import { type ApiKey, readApiKeys } from './api-keys-file.js';

/** How soon a changed file is noticed. Polled: mounted secrets are replaced by renaming, which watchers miss. */
const LOOK_EVERY_MS = 1_000;

/** The API keys in force. A changed file takes effect by itself; one that cannot be used changes nothing. */
export class KeyRing {
  readonly #logger = new Logger('Access');
  #keys: readonly ApiKey[];
  #watcher: StatWatcher | undefined;

  /** @throws ApiKeysFileError */
  constructor(
    private readonly path: string,
    private readonly lookEveryMs = LOOK_EVERY_MS,
  ) {
    this.#keys = readApiKeys(path);
  }

  get size(): number {
    return this.#keys.length;
  }

  watch(): void {
    this.#watcher = watchFile(this.path, { interval: this.lookEveryMs, persistent: false }, () => this.#reload());
  }

  stop(): void {
    if (this.#watcher) unwatchFile(this.path);
  }

  /** The key somebody presents, looked for among all without stopping early, so that time tells nothing. */
  find(presented: string): ApiKey | undefined {
    const digest = hash('sha256', presented, 'buffer');
    let found: ApiKey | undefined;
    for (const key of this.#keys)
      for (const known of key.sha256) if (timingSafeEqual(digest, Buffer.from(known, 'hex'))) found = key;
    return found;
  }

  #reload(): void {
    try {
      this.#keys = readApiKeys(this.path);
      this.#logger.log(`API keys read again: ${this.#keys.length} in force.`);
    } catch (error) {
      this.#logger.error(`${(error as Error).message}. The keys read before stay in force.`);
    }
  }
}

/** Whether two secrets are equal, in a time that does not depend on where they differ. */
export const sameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));

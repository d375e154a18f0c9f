import { hash, timingSafeEqual } from 'node:crypto';
import { statSync } from 'node:fs';
import { Logger } from '@nestjs/common';
import { type ApiKey, readApiKeys } from './api-keys-file.js';

/** How soon a changed file is noticed. Polled: mounted secrets are replaced by renaming, which watchers miss. */
const LOOK_EVERY_MS = 1_000;

/** The API keys in force. A changed file takes effect by itself; one that cannot be used changes nothing. */
export class KeyRing {
  readonly #logger = new Logger('Access');
  #keys: readonly ApiKey[];
  /** Which version of the file was read last, usable or not. */
  #version: string;
  #timer: NodeJS.Timeout | undefined;

  /** @throws ApiKeysFileError */
  constructor(
    private readonly path: string,
    private readonly lookEveryMs = LOOK_EVERY_MS,
  ) {
    this.#version = versionOf(path);
    this.#keys = readApiKeys(path);
  }

  get size(): number {
    return this.#keys.length;
  }

  watch(): void {
    this.#timer ??= setInterval(() => this.#look(), this.lookEveryMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** The key somebody presents, looked for among all without stopping early, so that time tells nothing. */
  find(presented: string): ApiKey | undefined {
    const digest = hash('sha256', presented, 'buffer');
    let found: ApiKey | undefined;
    for (const key of this.#keys)
      for (const known of key.sha256) if (timingSafeEqual(digest, Buffer.from(known, 'hex'))) found = key;
    return found;
  }

  /** Compared with what was read, not with the last look: a change between reading and watching counts too. */
  #look(): void {
    const version = versionOf(this.path);
    if (version === this.#version) return;
    this.#version = version;
    try {
      this.#keys = readApiKeys(this.path);
      this.#logger.log(`API keys read again: ${this.#keys.length} in force.`);
    } catch (error) {
      this.#logger.error(`${(error as Error).message}\nThe keys read before stay in force.`);
    }
  }
}

/** Changes with every way of replacing a file: writing, renaming, relinking. */
function versionOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs}` : 'none';
}

/** Whether two secrets are equal, in a time that does not depend on where they differ. */
export const sameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));

import { hash, timingSafeEqual } from 'node:crypto';
import { statSync } from 'node:fs';
import { Logger } from '@nestjs/common';
import { type ApiKey, type ApiKeySource, readApiKeys } from './api-keys.js';

/** The file is polled: mounted secrets are replaced by renaming a directory, which file watchers miss. */
const POLL_MS = 1_000;

/** The active API keys. Keys in a file are reloaded when it changes; an invalid file is logged and changes nothing. */
export class KeyRing {
  readonly #logger = new Logger('Access');
  #keys: readonly ApiKey[];
  /** Version of the source at the last read, whether it was valid or not. */
  #version: string;
  #timer: NodeJS.Timeout | undefined;

  /** @throws ApiKeysError */
  constructor(
    private readonly source: ApiKeySource,
    private readonly pollMs = POLL_MS,
  ) {
    this.#version = versionOf(source);
    this.#keys = readApiKeys(source);
  }

  get size(): number {
    return this.#keys.length;
  }

  watch(): void {
    if ('path' in this.source) this.#timer ??= setInterval(() => this.#reload(), this.pollMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Compares with every key without stopping early, so that response times do not reveal matches. */
  find(presented: string): ApiKey | undefined {
    const digest = hash('sha256', presented, 'buffer');
    let found: ApiKey | undefined;
    for (const key of this.#keys)
      for (const known of key.sha256) if (timingSafeEqual(digest, Buffer.from(known, 'hex'))) found = key;
    return found;
  }

  #reload(): void {
    const version = versionOf(this.source);
    if (version === this.#version) return;
    this.#version = version;
    try {
      this.#keys = readApiKeys(this.source);
      this.#logger.log(`API keys reloaded (active=${this.#keys.length})`);
    } catch (error) {
      this.#logger.error(`API key file rejected, keeping the previous keys: ${(error as Error).message}`);
    }
  }
}

/** Inode, size and modification time, which change whether the file is written, renamed or relinked. */
function versionOf(source: ApiKeySource): string {
  if ('inline' in source) return 'inline';
  const stat = statSync(source.path, { throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs}` : 'none';
}

/** Constant-time comparison. */
export const sameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));

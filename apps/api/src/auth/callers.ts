import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type AccessConfig, accessConfig } from '@app/config';
import type { Request } from 'express';
import { ProblemError } from '../http/problem.error.js';
import { type Caller, OPEN_TENANT } from './caller.js';
import { presentedKey } from './credentials.js';
import { KeyRing } from './key-ring.js';
import { OpenAccessError } from './open-access.error.js';
import { peerNetwork } from './peer-address.js';

/** Tells who a request comes from. */
@Injectable()
export class Callers implements OnModuleInit, OnModuleDestroy {
  readonly #keys: KeyRing | undefined;
  readonly #logger = new Logger('Access');

  /** @throws ApiKeysFileError, OpenAccessError when the process must not start like this */
  constructor(@Inject(accessConfig.KEY) private readonly config: AccessConfig) {
    if (config.auth && config.production && config.apiKeysFile === undefined) throw new OpenAccessError();
    this.#keys = config.apiKeysFile === undefined ? undefined : new KeyRing(config.apiKeysFile);
  }

  onModuleInit(): void {
    this.#keys?.watch();
    if (this.keysRequired) return;
    const why = this.config.auth ? 'no API_KEYS_FILE is set' : 'AUTH=off';
    this.#logger.warn(`OPEN TO EVERYBODY: ${why}, so no request needs a key.`);
  }

  onModuleDestroy(): void {
    this.#keys?.stop();
  }

  get keysRequired(): boolean {
    return this.config.auth && this.#keys !== undefined;
  }

  /** @throws ProblemError `access.key_missing`, `access.key_invalid` */
  identify(request: Request): Caller {
    const presented = presentedKey(request);
    const key = presented === undefined ? undefined : this.#keys?.find(presented);
    const { ratePerMinute } = this.config;
    if (key) {
      const { name, limits } = key;
      const requestsPerMinute = limits.requestsPerMinute ?? (ratePerMinute || undefined);
      // No tenant of a key can be taken for the open one, whatever its name.
      return { tenant: `key:${name}`, countedAs: `key:${name}`, limits: { ...limits, requestsPerMinute } };
    }
    if (this.keysRequired) throw refused(presented === undefined ? 'access.key_missing' : 'access.key_invalid');
    const countedAs = `peer:${peerNetwork(request.ip)}`;
    return { tenant: OPEN_TENANT, countedAs, limits: { requestsPerMinute: ratePerMinute || undefined } };
  }
}

const refused = (code: 'access.key_missing' | 'access.key_invalid') =>
  new ProblemError(code, { headers: { 'WWW-Authenticate': 'Bearer realm="readings"' } });

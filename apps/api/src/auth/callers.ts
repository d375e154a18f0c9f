import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type AccessConfig, ConfigurationError, accessConfig } from '@app/config';
import type { Request } from 'express';
import { ProblemError } from '../http/problem.error.js';
import { type Caller, OPEN_TENANT } from './caller.js';
import { presentedKey } from './credentials.js';
import { KeyRing, sameSecret } from './key-ring.js';
import { peerNetwork } from './peer-address.js';

/** Identifies callers by their API keys. */
@Injectable()
export class Callers implements OnModuleInit, OnModuleDestroy {
  readonly #keys: KeyRing | undefined;
  readonly #logger = new Logger('Access');

  /** @throws ConfigurationError in production without keys and without `AUTH=off`, or when the keys are invalid */
  constructor(@Inject(accessConfig.KEY) private readonly config: AccessConfig) {
    if (config.auth && config.production && config.apiKeys === undefined && config.serviceToken === undefined)
      throw new ConfigurationError(['API_KEYS or API_KEYS_FILE: required in production, unless AUTH=off']);
    this.#keys = config.apiKeys && new KeyRing(config.apiKeys);
  }

  onModuleInit(): void {
    this.#keys?.watch();
    if (this.keysRequired) return;
    const reason = this.config.auth ? 'neither API_KEYS nor API_KEYS_FILE is set' : 'AUTH=off';
    this.#logger.warn(`OPEN ACCESS: no request needs a key (${reason})`);
  }

  onModuleDestroy(): void {
    this.#keys?.stop();
  }

  get keysRequired(): boolean {
    return this.config.auth && (this.#keys !== undefined || this.config.serviceToken !== undefined);
  }

  /** @throws ProblemError `access.key_missing`, `access.key_invalid` */
  identify(request: Request): Caller {
    const presented = presentedKey(request);
    const key = presented === undefined ? undefined : this.#keys?.find(presented);
    const { ratePerMinute } = this.config;
    if (key) {
      const { name, limits } = key;
      const requestsPerMinute = limits.requestsPerMinute ?? (ratePerMinute || undefined);
      // The prefix keeps a key named `open` apart from the open tenant.
      return { tenant: `key:${name}`, countedAs: `key:${name}`, limits: { ...limits, requestsPerMinute } };
    }
    if (this.#isServiceToken(presented))
      return { tenant: 'service', countedAs: 'service', limits: { requestsPerMinute: ratePerMinute || undefined } };
    if (this.keysRequired) throw unauthorized(presented === undefined ? 'access.key_missing' : 'access.key_invalid');
    return this.#openCaller(request);
  }

  /**
   * Accepts a browser without a key if the deployment allows that; otherwise the same as `identify`.
   * @throws as `identify`
   */
  identifyBrowser(request: Request): Caller {
    const isOpen = this.config.openCounselorInit && presentedKey(request) === undefined;
    return isOpen ? this.#openCaller(request) : this.identify(request);
  }

  #openCaller({ ip }: Request): Caller {
    const limits = { requestsPerMinute: this.config.ratePerMinute || undefined };
    return { tenant: OPEN_TENANT, countedAs: `peer:${peerNetwork(ip)}`, limits };
  }

  #isServiceToken(presented: string | undefined): boolean {
    const { serviceToken } = this.config;
    return serviceToken !== undefined && presented !== undefined && sameSecret(presented, serviceToken);
  }

  /** @throws ProblemError `access.admin_only`, also when no `ADMIN_KEY` is configured */
  assertAdmin(request: Request): void {
    const presented = presentedKey(request);
    const { adminKey } = this.config;
    if (adminKey !== undefined && presented !== undefined && sameSecret(presented, adminKey)) return;
    throw new ProblemError('access.admin_only');
  }
}

const unauthorized = (code: 'access.key_missing' | 'access.key_invalid') =>
  new ProblemError(code, { headers: { 'WWW-Authenticate': 'Bearer realm="readings"' } });

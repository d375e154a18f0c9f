import type { Application } from 'express';

/**
 * Believes `X-Forwarded-For` only from these addresses or CIDRs, from nobody when there are none: a client can write
 * whatever it likes there. @throws Error naming TRUSTED_PROXIES when one is neither.
 */
export function trustProxies(application: Application, proxies: readonly string[]): void {
  try {
    application.set('trust proxy', proxies.length > 0 ? [...proxies] : false);
  } catch (cause) {
    throw new Error('TRUSTED_PROXIES must be addresses or CIDRs, separated by commas', { cause });
  }
}

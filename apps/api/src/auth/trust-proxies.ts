import { ConfigurationError } from '@app/config';
import type { Application } from 'express';

/**
 * Believes `X-Forwarded-For` only from these addresses or CIDRs, from nobody when there are none: a client can write
 * whatever it likes there. @throws ConfigurationError when one is neither.
 */
export function trustProxies(application: Application, proxies: readonly string[]): void {
  try {
    application.set('trust proxy', proxies.length > 0 ? [...proxies] : false);
  } catch {
    throw new ConfigurationError(['TRUSTED_PROXIES: must be addresses or CIDRs, separated by commas']);
  }
}

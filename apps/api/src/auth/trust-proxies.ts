import { ConfigurationError } from '@app/config';
import type { Application } from 'express';

/**
 * Trusts `X-Forwarded-For` only from these addresses or CIDRs, since clients can set it freely.
 * @throws ConfigurationError when an entry is neither an address nor a CIDR
 */
export function trustProxies(application: Application, proxies: readonly string[]): void {
  try {
    application.set('trust proxy', proxies.length > 0 ? [...proxies] : false);
  } catch {
    throw new ConfigurationError(['TRUSTED_PROXIES: must be addresses or CIDRs, separated by commas']);
  }
}

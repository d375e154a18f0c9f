import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { ObservabilityConfig } from '@app/config';
import { safeError } from './safe-error.js';
import { redactSecrets } from './secrets.js';

/** Fields with these names are never printed, down to the third level of a log line. */
const HIDDEN = ['authorization', 'cookie', 'apiKey', 'adminKey', 'password', 'x-api-key'].flatMap((name) => [
  `["${name}"]`,
  `*["${name}"]`,
  `*.*["${name}"]`,
]);

/**
 * Creates a logger that writes JSON lines, or coloured text in a terminal.
 * @param destination defaults to standard output
 */
export function createPino(
  { logLevel, logContent }: Pick<ObservabilityConfig, 'logLevel' | 'logContent'>,
  secrets: readonly string[],
  destination: DestinationStream = standardOutput(),
): Logger {
  const options = {
    level: logLevel,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }) },
    redact: { paths: HIDDEN, censor: '[secret]' },
    serializers: { err: (error: unknown) => safeError(error, logContent) },
    hooks: { streamWrite: redactSecrets(secrets) },
  };
  return pino(options, destination);
}

/** Synchronous, so the last lines of a crashing process are not lost. */
function standardOutput(): DestinationStream {
  if (process.stdout.isTTY) return pretty({ sync: true, ignore: 'context', messageFormat: '{context} {msg}' });
  return pino.destination({ fd: 1, sync: true });
}

import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { ObservabilityConfig } from '@app/config';
import { safeError } from './safe-error.js';
import { strikeOut } from './secrets.js';

/** Named so anywhere in a log line, a value is never printed. */
const HIDDEN = ['authorization', 'cookie', 'apiKey', 'adminKey', 'password', 'x-api-key'].flatMap((name) => [
  `["${name}"]`,
  `*["${name}"]`,
  `*.*["${name}"]`,
]);

/** JSON lines; coloured text where a person looks on. @param destination standard output when absent. */
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
    hooks: { streamWrite: strikeOut(secrets) },
  };
  return pino(options, destination);
}

/** Written at once, so that the last words of a process that dies are not lost. */
function standardOutput(): DestinationStream {
  if (process.stdout.isTTY) return pretty({ sync: true, ignore: 'context', messageFormat: '{context} {msg}' });
  return pino.destination({ fd: 1, sync: true });
}

import type { Logger } from 'pino';

/**
 * Ends the process on an uncaught error, because its state is unknown. Logs the error's name and stack frames; the
 * message only if content may be logged.
 */
export function endOnCrash(logger: Logger): void {
  const end = (err: unknown) => {
    logger.fatal({ err }, 'Uncaught error, exiting');
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

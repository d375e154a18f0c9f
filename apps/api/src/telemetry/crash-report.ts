import type { Logger } from 'pino';

/** Ends the process on an uncaught error, whose state is unknown; logs the error's name and place, not its message. */
export function endOnCrash(logger: Logger): void {
  const end = (err: unknown) => {
    logger.fatal({ err }, 'Uncaught error, exiting');
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

import type { Logger } from 'pino';

/** A process that nobody can vouch for any more ends; what it says first names the error and its place, not its words. */
export function endOnCrash(logger: Logger): void {
  const end = (err: unknown) => {
    logger.fatal({ err }, 'the process ends on an error nobody caught');
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

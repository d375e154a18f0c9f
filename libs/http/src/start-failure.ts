import { ConfigurationError, isProduction } from '@app/config';
import { stackFrames } from './stack-frames.js';

/** `EX_CONFIG` of sysexits.h. */
const EXIT_CONFIGURATION = 78;

/**
 * Ends a process that could not start and writes the reason: text on standard error, in production one JSON line on
 * standard output like every other log line.
 */
export function exitOnStartFailure(error: unknown): never {
  if (isProduction()) process.stdout.write(`${JSON.stringify(lineOf(error))}\n`);
  else process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(error instanceof ConfigurationError ? EXIT_CONFIGURATION : 1);
}

function lineOf(error: unknown) {
  const [msg] = reasonOf(error).split('\n');
  const details =
    error instanceof ConfigurationError
      ? { problems: error.problems }
      : { frames: stackFrames((error as Error).stack ?? '') };
  return { level: 'fatal', time: new Date().toISOString(), context: 'Start', ...details, msg };
}

function reasonOf(error: unknown): string {
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return 'The port is in use: stop the other server or set PORT to another one (0 picks a free one).';
  return error instanceof ConfigurationError ? message : (stack ?? message);
}

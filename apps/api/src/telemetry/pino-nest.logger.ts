import { stackFrames } from '@app/http';
import type { LoggerService } from '@nestjs/common';
import type { Level, Logger } from 'pino';

/** Nest's own start-up lines are logged at debug level. */
const FRAMEWORK = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
  'ModuleTokenFactory',
]);

/** Writes Nest's log calls with pino. */
export class PinoNestLogger implements LoggerService {
  constructor(readonly pino: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.#write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.#write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.#write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.#write('fatal', message, rest);
  }

  /** Nest passes the context as the last string and an error's stack before it. */
  #write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const context = typeof rest.at(-1) === 'string' ? (rest.at(-1) as string) : undefined;
    const stack = rest.length > 1 && typeof rest[0] === 'string' ? stackFrames(rest[0]) : [];
    const at = level === 'info' && FRAMEWORK.has(context ?? '') ? 'debug' : level;
    const fields = { context, ...(stack.length > 0 && { frames: stack }) };
    if (message instanceof Error) this.pino[at]({ ...fields, err: message });
    else if (typeof message === 'object' && message !== null) this.pino[at]({ ...fields, ...message });
    else this.pino[at](fields, String(message));
  }
}

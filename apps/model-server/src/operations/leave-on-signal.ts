import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type ServerConfig, serverConfig } from '@app/config';
import { Leaving } from './leaving.js';

/** What a shell calls a process that was ended by a signal it did not wait out. */
const EXIT_INTERRUPTED = 130;

/**
 * The first signal takes the server out of service – not ready at once, closed after `drainDelayMs`, running requests
 * answered within `drainTimeoutMs` – and ends the process with 0. A second one ends it at once.
 */
export function leaveOnSignal(app: NestExpressApplication): void {
  const leave = async (signal: string) => {
    if (app.get(Leaving).begun) process.exit(EXIT_INTERRUPTED);
    app.get(Leaving).begin();
    new Logger('Lifecycle').log(`${signal}: leaving`);
    const { drainDelayMs, drainTimeoutMs } = app.get<ServerConfig>(serverConfig.KEY);
    await delay(drainDelayMs);
    await Promise.race([app.close(), delay(drainTimeoutMs)]);
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, (name) => void leave(name));
}

import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type ServerConfig, serverConfig } from '@app/config';
import { ReadingHub } from '@app/streaming';
import type { Server } from 'node:http';
import { StreamSlots } from '../readings/stream-slots.js';
import { drain } from './drain.js';
import { Lifecycle } from './lifecycle.js';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** What a shell calls a process that was ended by a signal it did not wait out. */
const EXIT_INTERRUPTED = 130;

/** From now on the first signal drains the process and ends it with 0, a second one ends it at once. */
export function leaveOnSignal(app: NestExpressApplication): void {
  const logger = new Logger('Lifecycle');
  let leaving = false;
  const leave = async (signal: string) => {
    if (leaving) process.exit(EXIT_INTERRUPTED);
    leaving = true;
    const [lifecycle, hub, slots] = [app.get(Lifecycle), app.get(ReadingHub), app.get(StreamSlots)];
    logger.log(`${signal}: leaving, ${hub.size} readings under way`);
    await drain({ lifecycle, hub, slots }, app.get<ServerConfig>(serverConfig.KEY));
    const server: Server = app.getHttpServer();
    server.closeAllConnections();
    await app.close();
    logger.log('left');
    process.exit(0);
  };
  for (const signal of SIGNALS) process.on(signal, (name) => void leave(name));
}

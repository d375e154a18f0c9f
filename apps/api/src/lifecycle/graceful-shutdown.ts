import { type ServerConfig, serverConfig } from '@app/config';
import { shutdownOnSignal, waitUntil } from '@app/http';
import { ReadingHub } from '@app/streaming';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { StreamSlots } from '../readings/stream-slots.js';

/** Time for the `shutdown` events to reach their clients before the sockets close. */
const FLUSH_MS = 1_000;

/** On a signal, running readings get `drainTimeoutMs` to finish; the remaining ones end with a `shutdown` event. */
export function shutDownGracefully(app: NestExpressApplication): void {
  const { drainDelayMs, drainTimeoutMs } = app.get<ServerConfig>(serverConfig.KEY);
  const [hub, slots] = [app.get(ReadingHub), app.get(StreamSlots)];
  const isIdle = () => hub.size === 0 && slots.open === 0;
  const drain = async () => {
    await waitUntil(isIdle, drainTimeoutMs);
    hub.shutdown();
    await waitUntil(isIdle, FLUSH_MS);
  };
  shutdownOnSignal(app, { drainDelayMs, drain });
}

import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Lifecycle } from './lifecycle.js';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** What a shell reports for a process interrupted by a signal. */
const EXIT_INTERRUPTED = 130;
const POLL_MS = 20;

export interface ShutdownOptions {
  /** Not ready but still accepting, ms: load balancers need it to notice. */
  readonly drainDelayMs: number;
  /** Finishes running work; resolves when none is left or its time is up. */
  readonly drain: () => Promise<void>;
}

/**
 * Handles termination signals. The first one makes the server not ready, waits `drainDelayMs`, refuses new work, drains
 * and exits with 0. A second one exits at once.
 */
export function shutdownOnSignal(app: NestExpressApplication, { drainDelayMs, drain }: ShutdownOptions): void {
  const logger = new Logger('Lifecycle');
  const lifecycle = app.get(Lifecycle);
  const shutDown = async (signal: string) => {
    if (lifecycle.phase !== 'serving') process.exit(EXIT_INTERRUPTED);
    lifecycle.enter('stopping');
    logger.log(`Shutting down (signal=${signal})`);
    await delay(drainDelayMs);
    lifecycle.enter('draining');
    await drain();
    const server: Server = app.getHttpServer();
    server.closeAllConnections();
    await app.close();
    logger.log('Shutdown complete');
    process.exit(0);
  };
  for (const signal of SIGNALS) process.on(signal, (name) => void shutDown(name));
}

/** Polls until the condition holds or `timeoutMs` have passed. */
export async function waitUntil(condition: () => boolean, timeoutMs: number): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!condition() && performance.now() < end) await delay(POLL_MS);
}

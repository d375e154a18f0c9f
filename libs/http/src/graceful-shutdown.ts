import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Lifecycle } from './lifecycle.js';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** Exit code of a process interrupted by a signal, as reported by shells (128 + SIGINT). */
const EXIT_INTERRUPTED = 130;
const POLL_MS = 20;

export interface ShutdownOptions {
  /** Milliseconds during which the server is not ready but still accepts requests, so that load balancers notice. */
  readonly drainDelayMs: number;
  /** Waits for running work; resolves when none is left or its time limit has passed. */
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

import type { Response } from 'express';
import type { RequestRecord } from './request-record.js';

const entry = (name: string, ms: number): string =>
  `${name.replaceAll(/[^\w-]/g, '_')};dur=${Math.max(0, ms).toFixed(1)}`;

/** Sends `Server-Timing` with the time until the headers and all stages that have ended by then. */
export function announceTimings(response: Response, record: RequestRecord): void {
  const writeHead = response.writeHead.bind(response) as (...parameters: unknown[]) => Response;
  response.writeHead = ((...parameters: unknown[]) => {
    const known = Object.entries(record.stages).map(([stage, ms]) => entry(stage, ms));
    response.setHeader('Server-Timing', [entry('begin', performance.now() - record.arrivedAt), ...known].join(', '));
    return writeHead(...parameters);
  }) as Response['writeHead'];
}

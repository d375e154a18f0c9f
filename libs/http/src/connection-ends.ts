import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { NextFunction, Request, Response } from 'express';

/**
 * More than any real client pipelines. One socket read may hold a thousand small requests, each with a large response.
 */
const MAX_PIPELINED = 100;

/** The unclosed responses of each connection, oldest first; more than one when requests are pipelined. */
type OpenResponses = WeakMap<Socket, Set<ServerResponse>>;

export interface StalledReaderOptions {
  readonly timeoutMs: number;
  readonly onDrop: () => void;
}

/**
 * Closes every response when its connection closes. Closes connections with too many pipelined requests, idle
 * connections after `timeoutMs`, and connections whose client has read nothing for `timeoutMs` while any bytes are
 * pending.
 */
export function endConnections(server: Server, { timeoutMs, onDrop }: StalledReaderOptions): void {
  const open: OpenResponses = new WeakMap();
  server.prependListener('request', ({ socket }, response: ServerResponse) => {
    const responses = open.get(socket) ?? new Set<ServerResponse>();
    if (!open.has(socket)) socket.once('close', () => closeAll(responses));
    open.set(socket, responses.add(response));
    if (responses.size > MAX_PIPELINED) socket.destroy();
    response.once('close', () => responses.delete(response));
  });
  // Node restarts this timeout whenever the kernel accepts bytes of a write.
  server.setTimeout(timeoutMs, (socket: Socket) => {
    const responses = open.get(socket);
    const isAnswering = responses !== undefined && responses.size > 0;
    // Skip connections before their first request, which has its own time limit, and responses without pending bytes.
    if (!responses || (isAnswering && socket.writableLength === 0)) return;
    if (isAnswering) onDrop();
    socket.destroy();
  });
}

/** Drops requests that Node parses from bytes received before their connection was closed. Mount it first. */
export function skipClosedConnections({ socket }: Request, _response: Response, next: NextFunction): void {
  if (!socket.destroyed) next();
}

/** Node emits no `close` on a pipelined response that was waiting for its turn when the connection closed. */
function closeAll(responses: ReadonlySet<ServerResponse>): void {
  for (const response of responses) {
    response.destroy();
    response.emit('close');
  }
}

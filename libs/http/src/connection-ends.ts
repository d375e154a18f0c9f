import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { NextFunction, Request, Response } from 'express';

/** No client pipelines that many; one read of a socket may hold a thousand small requests, each with a large answer. */
const MAX_PIPELINED = 100;

/** The responses of each connection that have not closed, oldest first; more than one when requests are pipelined. */
type OpenResponses = WeakMap<Socket, Set<ServerResponse>>;

export interface StalledReaderOptions {
  readonly timeoutMs: number;
  readonly onDrop: () => void;
}

/**
 * Closes every response when its connection closes; closes connections with too many pipelined requests, and those whose
 * client has read nothing for `timeoutMs` although bytes wait for it, whatever their number.
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
  // Node postpones this timeout while the kernel takes any byte of a write.
  server.setTimeout(timeoutMs, (socket: Socket) => {
    const responses = open.get(socket);
    const isAnswering = responses !== undefined && responses.size > 0;
    // The first request has a time limit of its own, and an answer that is not ready yet is not unread.
    if (!responses || (isAnswering && socket.writableLength === 0)) return;
    if (isAnswering) onDrop();
    socket.destroy();
  });
}

/** The parser goes on with what it has read from a connection that was closed meanwhile. Mount it first. */
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

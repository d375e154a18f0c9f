import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** Connections that the kernel queues before they are accepted; Node's default of 511 is too small for bursts. */
const BACKLOG = 4_096;

/** Starts listening and resolves with the URL. Rejects when the port is in use. */
export async function listen(
  app: NestExpressApplication,
  { port, host }: { port: number; host: string },
): Promise<string> {
  await app.init();
  const server: Server = app.getHttpServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: BACKLOG }, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
}

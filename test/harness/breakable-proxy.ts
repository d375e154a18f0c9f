import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';

/** A TCP proxy whose connections can be broken, frozen or redirected to another server. */
export class BreakableProxy {
  readonly #clients = new Set<Socket>();
  readonly #server: Server;
  #target: URL;

  constructor(target: string) {
    this.#target = new URL(target);
    this.#server = createServer((client) => this.#accept(client));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  async stop(): Promise<void> {
    this.breakConnections();
    this.#server.close();
  }

  breakConnections(): void {
    for (const client of this.#clients) client.destroy();
  }

  /** Keeps connections open but forwards no more data. */
  freezeConnections(): void {
    for (const client of this.#clients) client.unpipe();
    for (const client of this.#clients) client.emit('freeze');
  }

  sendNewConnectionsTo(target: string): void {
    this.#target = new URL(target);
  }

  /** Breaks all connections and sends new ones to another server, like a load balancer that removes a server. */
  redirect(target: string): void {
    this.sendNewConnectionsTo(target);
    this.breakConnections();
  }

  #accept(client: Socket): void {
    const server = connect(Number(this.#target.port), this.#target.hostname);
    this.#clients.add(client);
    client.pipe(server).pipe(client);
    client.once('freeze', () => server.unpipe(client));
    client.once('close', () => {
      this.#clients.delete(client);
      server.destroy();
    });
    server.once('close', () => client.destroy());
    for (const socket of [client, server]) socket.on('error', () => socket.destroy());
  }
}

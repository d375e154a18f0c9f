// Preloaded by test/manifests.e2e-spec.ts. Prints the address on which a server listens, because the port is chosen at
// random and the log may be JSON.
import { Server } from 'node:net';

const { prototype } = Server;
const original = Object.getOwnPropertyDescriptor(prototype, 'listen').value;
prototype.listen = function (...parameters) {
  this.once('listening', () => {
    const { port } = this.address();
    process.stdout.write(`listening http://127.0.0.1:${port}\n`);
  });
  return original.apply(this, parameters);
};

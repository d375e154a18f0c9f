/**
 * A request body that releases its bytes once they were written to the socket. undici retains the body until the answer
 * has ended, and a prompt is often the largest allocation of an open stream.
 */
export class RequestBody implements Iterable<Buffer> {
  #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  *[Symbol.iterator](): Iterator<Buffer> {
    const bytes = this.#bytes;
    this.#bytes = NOTHING;
    yield bytes;
  }
}

const NOTHING = Buffer.alloc(0);

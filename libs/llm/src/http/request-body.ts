/**
 * A request body that releases its text once it was written to the socket. undici retains the body until the answer has
 * ended, and a prompt is often the largest allocation of an open stream.
 */
export class RequestBody implements Iterable<string> {
  /** Length in bytes for `Content-Length`, which some servers require. */
  readonly bytes: number;
  #text: string;

  constructor(text: string) {
    this.#text = text;
    this.bytes = Buffer.byteLength(text);
  }

  *[Symbol.iterator](): Iterator<string> {
    const text = this.#text;
    this.#text = '';
    yield text;
  }
}

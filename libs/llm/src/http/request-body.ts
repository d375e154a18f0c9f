/**
 * A body that is let go of as soon as it has been handed to the socket. undici keeps what it was given until the answer
 * has ended, and a prompt is often the largest thing an open stream would hold.
 */
export class RequestBody implements Iterable<string> {
  /** For `Content-Length`, which some servers require. */
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

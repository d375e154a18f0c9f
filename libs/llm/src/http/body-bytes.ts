import { type Transform } from 'node:stream';
import { decoderFor } from './body-decoder.js';

/** Number of bytes needed to recognise a compressed body. */
const SIGNATURE_BYTES = 2;

/** Passes on the bytes of a body, decompressed if necessary. */
export class BodyBytes {
  /** Value of the `Content-Encoding` header; set before the first byte. */
  contentEncoding: string | undefined;
  #head: Buffer | undefined = Buffer.alloc(0);
  #decoder: Transform | undefined;
  #destroyed = false;

  constructor(
    private readonly onBytes: (bytes: Buffer) => void,
    private readonly onEnd: () => void,
    private readonly onError: (error: Error) => void,
  ) {}

  push(bytes: Buffer): void {
    if (this.#head) this.#first(Buffer.concat([this.#head, bytes]));
    else if (this.#decoder) this.#decoder.write(bytes);
    else this.onBytes(bytes);
  }

  end(): void {
    if (this.#decoder) return void this.#decoder.end();
    if (this.#head?.length) this.onBytes(this.#head);
    this.onEnd();
  }

  destroy(): void {
    this.#destroyed = true;
    this.#decoder?.destroy();
  }

  #first(head: Buffer): void {
    this.#head = head;
    if (head.length < SIGNATURE_BYTES) return;
    this.#head = undefined;
    this.#decoder = decoderFor(head, this.contentEncoding);
    if (!this.#decoder) return this.onBytes(head);
    this.#decoder.on('data', (bytes: Buffer) => this.onBytes(bytes));
    this.#decoder.once('end', () => this.onEnd());
    this.#decoder.on('error', (error) => {
      if (!this.#destroyed) this.onError(error);
    });
    this.#decoder.write(head);
  }
}

import { type MonoTypeOperatorFunction, Observable, type Subscriber } from 'rxjs';
import { FRAME_END } from './frame-log.js';

/**
 * Emits every frame of a chunk in a separate event-loop turn: Node merges the writes of one turn, and older clients
 * parse each read of the socket independently.
 */
export function separateFrames(): MonoTypeOperatorFunction<Buffer> {
  return (chunks) =>
    new Observable((subscriber) => {
      const queue = new FrameQueue(subscriber);
      subscriber.add(() => queue.stop());
      subscriber.add(
        chunks.subscribe({
          next: (chunk) => queue.push(chunk),
          error: (error: unknown) => subscriber.error(error),
          complete: () => queue.end(),
        }),
      );
    });
}

class FrameQueue {
  #frames: Buffer[] = [];
  #turn: NodeJS.Immediate | undefined;
  #ended = false;

  constructor(private readonly subscriber: Subscriber<Buffer>) {}

  push(chunk: Buffer): void {
    for (let from = 0; from < chunk.length;) {
      const end = chunk.indexOf(FRAME_END, from);
      const to = end < 0 ? chunk.length : end + FRAME_END.length;
      this.#frames.push(chunk.subarray(from, to));
      from = to;
    }
    this.#schedule();
  }

  end(): void {
    this.#ended = true;
    this.#schedule();
  }

  stop(): void {
    clearImmediate(this.#turn);
  }

  #schedule(): void {
    this.#turn ??= setImmediate(() => this.#send());
  }

  #send(): void {
    this.#turn = undefined;
    const frame = this.#frames.shift();
    if (frame) this.subscriber.next(frame);
    if (this.#frames.length > 0) this.#schedule();
    else if (this.#ended) this.subscriber.complete();
  }
}

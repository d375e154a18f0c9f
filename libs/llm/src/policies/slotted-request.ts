import { Layer } from './layer.js';
import type { Turn } from './turn.js';

/** What the slot queue wants to hear of a request that runs. */
export interface SlotEvents<Value> {
  accepted(turn: Turn<Value>): void;
  failed(turn: Turn<Value>, error: unknown): void;
  completed(): void;
}

/** One request that holds a slot. Its failure is the queue's to judge: a refused one goes back to wait. */
export class SlottedRequest<Value> extends Layer<Value> {
  constructor(
    private readonly turn: Turn<Value>,
    private readonly events: SlotEvents<Value>,
  ) {
    super(turn.subscriber);
  }

  protected override _next(value: Value): void {
    this.events.accepted(this.turn);
    this.turn.serve();
    super._next(value);
  }

  protected override _error(error: unknown): void {
    this.events.failed(this.turn, error);
    this.unsubscribe();
  }

  protected override _complete(): void {
    this.events.completed();
    super._complete();
  }
}

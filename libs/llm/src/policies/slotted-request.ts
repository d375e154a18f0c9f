import type { QueuedRequest } from './queued-request.js';
import { Stage } from './stage.js';

/** Events of a running request that the slot queue handles. */
export interface SlotEvents<Value> {
  accepted(request: QueuedRequest<Value>): void;
  failed(request: QueuedRequest<Value>, error: unknown): void;
  completed(): void;
}

/** One request that holds a slot. The queue handles its failure, because it may queue a refused request again. */
export class SlottedRequest<Value> extends Stage<Value> {
  constructor(
    private readonly request: QueuedRequest<Value>,
    private readonly events: SlotEvents<Value>,
  ) {
    super(request.subscriber);
  }

  next(value: Value): void {
    this.events.accepted(this.request);
    this.request.serve();
    this.destination.next(value);
  }

  override error(error: unknown): void {
    this.events.failed(this.request, error);
    this.leave();
  }

  override complete(): void {
    this.events.completed();
    super.complete();
  }
}

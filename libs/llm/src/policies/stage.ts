import { type Observable, type Observer, type Subscriber, Subscription } from 'rxjs';

/**
 * A stream operator as one object: values pass through its methods instead of separate closures, to save memory. Every
 * open stream holds one instance of each policy.
 */
export abstract class Stage<In, Out = In> implements Observer<In> {
  readonly #source = new Subscription();

  constructor(protected readonly destination: Subscriber<Out>) {}

  abstract next(value: In): void;

  error(error: unknown): void {
    this.destination.error(error);
  }

  complete(): void {
    this.destination.complete();
  }

  /** Subscribes to a source, unless the destination is closed. */
  follow(source: Observable<In>): void {
    const { destination } = this;
    this.#source.add(() => this.left());
    destination.add(this.#source);
    if (!destination.closed) this.#source.add(source.subscribe(this));
  }

  /** Unsubscribes from the source. */
  protected leave(): void {
    this.#source.unsubscribe();
  }

  /** Called once, when the source has ended or was unsubscribed from. */
  protected left(): void {}
}

import { Injectable } from '@nestjs/common';

/** Set from the first signal on: balancers stop sending, whoever still comes is served. */
@Injectable()
export class Leaving {
  #begun = false;

  get begun(): boolean {
    return this.#begun;
  }

  begin(): void {
    this.#begun = true;
  }
}

import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import { Lifecycle, clientDisconnect } from '@app/http';
import type { Caller, StartedReading } from '@app/readings';
import type { Request, Response } from 'express';
import { firstValueFrom } from 'rxjs';
import { AccessLimits, type Lease } from '../auth/access-limits.js';
import { contextOf } from '../http/request-context.js';
import { StreamSlots } from './stream-slots.js';

/** Converts the client of a request to a `Caller` with its limits. */
@Injectable()
export class CallerPipe implements PipeTransform<Request, Caller> {
  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly slots: StreamSlots,
    private readonly limits: AccessLimits,
  ) {}

  transform(request: Request): Caller {
    const { lifecycle, slots, limits } = this;
    return new LimitedCaller(request, request.res as Response, { lifecycle, slots, limits });
  }
}

const HttpRequest = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<Request>(),
);

/** Parameter decorator: the client of the request as a `Caller`. */
export const RequestCaller = (): ParameterDecorator => HttpRequest(CallerPipe);

interface Capacity {
  readonly lifecycle: Lifecycle;
  readonly slots: StreamSlots;
  readonly limits: AccessLimits;
}

class LimitedCaller implements Caller {
  #lease: Lease | undefined;
  readonly #disconnected: Promise<void>;

  constructor(
    private readonly request: Request,
    private readonly response: Response,
    private readonly capacity: Capacity,
  ) {
    this.#disconnected = firstValueFrom(clientDisconnect(response));
  }

  get tenant(): string {
    return contextOf(this.request).tenant;
  }

  claimStream(): void {
    const { tenant, caller, refusal } = contextOf(this.request);
    if (refusal) throw refusal;
    clientDisconnect(this.response).subscribe(this.capacity.slots.take(caller?.countedAs ?? tenant));
  }

  async admit(): Promise<void> {
    const { lifecycle, limits } = this.capacity;
    lifecycle.assertAccepting();
    this.claimStream();
    const { caller } = contextOf(this.request);
    if (!caller) return;
    const lease = await limits.reading(caller);
    this.#lease = lease;
    void this.#disconnected.then(() => this.#lease?.release());
  }

  started({ ended, usage }: StartedReading): void {
    const lease = this.#lease;
    const { caller } = contextOf(this.request);
    if (!lease || !caller) return;
    this.#lease = undefined;
    const charged = ended.then(() => {
      const { promptTokens, completionTokens } = usage();
      return this.capacity.limits.spend(caller, promptTokens + completionTokens);
    });
    void Promise.all([charged, this.#disconnected]).then(() => lease.release());
  }
}

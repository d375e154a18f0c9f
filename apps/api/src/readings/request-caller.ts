import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import { Lifecycle, clientDisconnect } from '@app/http';
import type { Caller } from '@app/readings';
import type { Request, Response } from 'express';
import { AccessLimits } from '../auth/access-limits.js';
import { contextOf } from '../http/request-context.js';
import { StreamSlots } from './stream-slots.js';

/** Makes the client of a request a `Caller` with its limits. */
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

/** Parameter decorator: the client behind the request, as a `Caller`. */
export const RequestCaller = (): ParameterDecorator => HttpRequest(CallerPipe);

interface Capacity {
  readonly lifecycle: Lifecycle;
  readonly slots: StreamSlots;
  readonly limits: AccessLimits;
}

class LimitedCaller implements Caller {
  constructor(
    private readonly request: Request,
    private readonly response: Response,
    private readonly capacity: Capacity,
  ) {}

  get tenant(): string {
    return contextOf(this.request).tenant;
  }

  claimStream(): void {
    const { tenant, caller } = contextOf(this.request);
    clientDisconnect(this.response).subscribe(this.capacity.slots.take(caller?.countedAs ?? tenant));
  }

  async admit(): Promise<void> {
    const { lifecycle, limits } = this.capacity;
    lifecycle.assertAccepting();
    this.claimStream();
    const { caller } = contextOf(this.request);
    if (!caller) return;
    await limits.budget(caller);
    await limits.reading(caller, this.response);
  }

  charge({ promptTokens, completionTokens }: Parameters<Caller['charge']>[0]): void {
    const { caller } = contextOf(this.request);
    if (caller) void this.capacity.limits.spend(caller, promptTokens + completionTokens);
  }
}

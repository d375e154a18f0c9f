import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Interpreter, type ReadingDefinition, ReadingRegistry } from '@app/readings';
import { type FrameEncoder, ReadingHub, type ReadingRun } from '@app/streaming';
import { z } from 'zod';
import { Lifecycle } from '../lifecycle/lifecycle.js';
import { ProblemError } from '../http/problem.error.js';
import { StreamSlots } from './stream-slots.js';

export interface LaunchOptions {
  /** `performance.now()` when the request arrived. */
  readonly arrivedAt: number;
  readonly encode?: FrameEncoder;
  readonly onDisconnect?: 'cancel' | 'continue';
}

/** From a request's body to a reading under way; every route that reads goes through here. */
@Injectable()
export class ReadingLauncher {
  constructor(
    private readonly registry: ReadingRegistry,
    private readonly interpreter: Interpreter,
    private readonly hub: ReadingHub,
    private readonly lifecycle: Lifecycle,
    private readonly slots: StreamSlots,
  ) {}

  /** @throws ProblemError `reading.unknown_kind` */
  definition(kind: string): ReadingDefinition {
    const definition = this.registry.get(kind);
    if (definition) return definition;
    const kinds = this.registry.all().map((known) => known.kind);
    throw new ProblemError('reading.unknown_kind', {
      detail: `There is no such kind of reading; the kinds are ${kinds.join(', ')}.`,
    });
  }

  /**
   * Validates and starts; resolves once the reading has begun, so that what goes wrong before that has a status.
   * @throws ZodError, ReadingInputError, UngroundedReadingError, ProblemError `server.draining`, `server.busy`
   */
  async launch(
    definition: ReadingDefinition,
    body: unknown,
    { arrivedAt, ...options }: LaunchOptions,
  ): Promise<ReadingRun> {
    this.lifecycle.assertAccepting();
    // Before any work is done for it, not when the stream is to be opened.
    this.slots.assertFree();
    const input = definition.input.parse(z.record(z.string(), z.unknown()).parse(body));
    const id = randomUUID();
    const run = this.hub.start({
      id,
      events: this.interpreter.interpret({ id, definition, input, arrivedAt }),
      ...options,
    });
    await run.begun;
    return run;
  }
}

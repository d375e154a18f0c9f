import { Injectable } from '@nestjs/common';
import type { FrameEncoder } from '@app/streaming';
import type { Request, Response } from 'express';
import { clientOf } from '../readings/client.js';
import { ReadingLauncher } from '../readings/reading-launcher.js';
import { ReadingResponder } from '../readings/reading-responder.js';

export interface Exchange {
  readonly request: Request;
  readonly response: Response;
  /** The format of a front end's own; the usual one when absent. */
  readonly encode?: FrameEncoder;
}

/** Answers the routes of existing front ends with the one launcher and the one responder. */
@Injectable()
export class ExistingReadings {
  constructor(
    private readonly launcher: ReadingLauncher,
    private readonly responder: ReadingResponder,
  ) {}

  /** @throws what the launcher throws */
  async answer(kind: string, input: Readonly<Record<string, unknown>>, exchange: Exchange): Promise<void> {
    const { request, response, encode } = exchange;
    const run = await this.launcher.launch(this.launcher.definition(kind), input, {
      client: clientOf(request),
      // A kind that has a format of its own has it on its only route.
      ...(encode && { encode, format: kind }),
    });
    await this.responder.respond(request, response, run);
  }
}

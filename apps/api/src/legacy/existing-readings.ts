import { Injectable } from '@nestjs/common';
import type { FrameEncoder } from '@app/streaming';
import type { Request, Response } from 'express';
import { clientOf } from '../readings/client.js';
import { ReadingLauncher } from '../readings/reading-launcher.js';
import { ReadingResponder } from '../readings/reading-responder.js';
import { saidIn } from './said-in.js';

export interface Exchange {
  readonly request: Request;
  readonly response: Response;
  /** The format of a front end's own; the usual one when absent. */
  readonly encode?: FrameEncoder;
}

/** A body as input of a kind. @throws ZodError, ReadingInputError */
export type InputOf = (body: unknown) => Readonly<Record<string, unknown>>;

/** Answers the routes of existing front ends with the one launcher and the one responder. */
@Injectable()
export class ExistingReadings {
  constructor(
    private readonly launcher: ReadingLauncher,
    private readonly responder: ReadingResponder,
  ) {}

  /**
   * @param inputOf the body as input of the kind
   * @throws what the launcher and `inputOf` throw
   */
  async answer(kind: string, body: unknown, inputOf: InputOf, exchange: Exchange): Promise<void> {
    const { request, response, encode } = exchange;
    const definition = this.launcher.definition(kind);
    // A kind that has a format of its own has it on its only route.
    const options = { client: clientOf(request), ...(encode && { encode, format: kind }) };
    const said = saidIn(body);
    // Before the body is found misshapen, and over what the kinds no longer look at.
    const help = this.launcher.help(definition, said, options);
    const run = help ?? (await this.launcher.launch(definition, inputOf(body), { ...options, judged: said.texts }));
    await this.responder.respond(request, response, run);
  }
}

import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { PassagesByRetriever } from '@app/rag';
import type { Focus, ReadingDefinition } from '@app/readings';
import { ReadingInputError } from '@app/divination';
import type { Request, Response } from 'express';
import { clientOf } from '../readings/client.js';
import { FrameResponder } from '../readings/frame-responder.js';
import { ReadingLauncher } from '../readings/reading-launcher.js';
import { observed } from '../telemetry/observed-encoder.js';
import { type AskRequest, askRequestOf } from './ask-request.js';
import { CounsellorSessions, usablePassages } from './counsellor-sessions.js';
import { rawFrames } from './raw-frames.js';
import { saidIn } from './said-in.js';
import { sessionOwner } from './session-owner.js';

/** Questions of the existing counsellor front ends, answered as raw text. */
@Controller()
export class AskController {
  constructor(
    private readonly launcher: ReadingLauncher,
    private readonly frames: FrameResponder,
    private readonly sessions: CounsellorSessions,
  ) {}

  @Post('ask-stream')
  @HttpCode(200)
  ask(@Body() body: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.#answer(body, 'both', request, response);
  }

  @Post('saju/ask-stream')
  @HttpCode(200)
  askSaju(@Body() body: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.#answer(body, 'saju', request, response);
  }

  @Post('astrology/ask-stream')
  @HttpCode(200)
  askAstrology(@Body() body: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.#answer(body, 'astrology', request, response);
  }

  async #answer(body: unknown, focus: Focus, request: Request, response: Response): Promise<void> {
    const ask = this.launcher.definition('ask');
    const options = { client: clientOf(request), encode: observed(request, rawFrames()), format: 'raw' };
    const said = saidIn(body);
    const run =
      // Before the body is found misshapen, or its session gone.
      this.launcher.help(ask, said, options) ??
      (await this.launcher.launch(...(await this.#asked(ask, askRequestOf(body, focus), sessionOwner(request))), {
        ...options,
        judged: said.texts,
      }));
    this.frames.respond(response, run.frames(), { 'X-Reading-Id': run.id });
  }

  /** The kind, over what the session has found before, and its input. @throws ReadingInputError */
  async #asked(ask: ReadingDefinition, { sessionId, locale, charts, question, focus }: AskRequest, owner: string) {
    const session = sessionId === undefined ? undefined : await this.sessions.find(owner, sessionId);
    if (sessionId !== undefined && !session && !hasChart(charts))
      throw new ReadingInputError('session_id', 'This session is unknown or has expired, and no chart came with it.');
    const passages = session && usablePassages(session, locale, focus);
    return [overPrefetched(ask, passages), { ...session?.charts, ...charts, ...question }] as const;
  }
}

const hasChart = (charts: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(charts).some((name) => name !== 'theme');

/** The same kind, its plan knowing what was found before. */
const overPrefetched = (
  definition: ReadingDefinition,
  prefetched: PassagesByRetriever | undefined,
): ReadingDefinition =>
  prefetched
    ? { ...definition, plan: (input, tools) => ({ ...definition.plan(input, tools), prefetched }) }
    : definition;

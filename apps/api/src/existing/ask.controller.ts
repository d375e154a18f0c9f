import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { type Focus, type Prefetched, type ReadingDefinition, ReadingInputError } from '@app/readings';
import type { Request, Response } from 'express';
import { clientOf } from '../readings/client.js';
import { FrameResponder } from '../readings/frame-responder.js';
import { ReadingLauncher } from '../readings/reading-launcher.js';
import { observed } from '../telemetry/observed-encoder.js';
import { askRequestOf } from './ask-request.js';
import { CounsellorSessions, usablePassages } from './counsellor-sessions.js';
import { rawFrames } from './raw-frames.js';
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
    const { sessionId, locale, charts, question } = askRequestOf(body, focus);
    const session = sessionId === undefined ? undefined : await this.sessions.find(sessionOwner(request), sessionId);
    if (sessionId !== undefined && !session && !hasChart(charts))
      throw new ReadingInputError('session_id', 'This session is unknown or has expired, and no chart came with it.');
    const passages = session && usablePassages(session, locale, focus);
    const definition = overPrefetched(this.launcher.definition('ask'), passages);
    const input = { ...session?.charts, ...charts, ...question };
    const options = { client: clientOf(request), encode: observed(request, rawFrames()), format: 'raw' };
    const run = await this.launcher.launch(definition, input, options);
    this.frames.respond(response, run.frames(), { 'X-Reading-Id': run.id });
  }
}

const hasChart = (charts: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(charts).some((name) => name !== 'theme');

/** The same kind, its plan knowing what was found before. */
const overPrefetched = (definition: ReadingDefinition, prefetched: Prefetched | undefined): ReadingDefinition =>
  prefetched
    ? { ...definition, plan: (input, tools) => ({ ...definition.plan(input, tools), prefetched }) }
    : definition;

import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { arrivalOf } from '../http/arrival.js';
import { ReadingLauncher } from './reading-launcher.js';
import { ReadingResponder } from './reading-responder.js';

/** Routes that existing front ends call: other names for the same readings. */
@Controller()
export class ExistingRoutesController {
  constructor(
    private readonly launcher: ReadingLauncher,
    private readonly responder: ReadingResponder,
  ) {}

  @Post('api/dream/interpret-stream')
  @HttpCode(200)
  async dream(@Body() body: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const run = await this.launcher.launch(this.launcher.definition('dream'), body, { arrivedAt: arrivalOf(request) });
    await this.responder.respond(request, response, run);
  }
}

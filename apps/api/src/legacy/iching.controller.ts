import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ExistingReadings } from './existing-readings.js';
import { ichingInputOf } from './iching-request.js';

/** The route of the existing I Ching front end. */
@Controller('iching')
export class IchingController {
  constructor(private readonly readings: ExistingReadings) {}

  @Post('reading-stream')
  @HttpCode(200)
  read(@Body() body: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.readings.answer('iching', body, ichingInputOf, { request, response });
  }
}

import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { chatFrames, contentAndToken } from './chat-frames.js';
import { dreamChatInputOf } from './chat-requests.js';
import { dreamInputOf } from './dream-request.js';
import { ExistingReadings } from './existing-readings.js';

/** Routes of the existing dream front end: other names for the same readings. */
@Controller('api/dream')
export class DreamController {
  constructor(private readonly readings: ExistingReadings) {}

  @Post('interpret-stream')
  @HttpCode(200)
  interpret(@Body() body: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.readings.answer('dream', body, dreamInputOf, { request, response });
  }

  @Post('chat-stream')
  @HttpCode(200)
  chat(@Body() body: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const encode = chatFrames(contentAndToken);
    return this.readings.answer('dream-chat', body, dreamChatInputOf, { request, response, encode });
  }
}

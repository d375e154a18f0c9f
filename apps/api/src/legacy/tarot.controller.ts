import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { chatFrames, contentOnly } from './chat-frames.js';
import { tarotChatInputOf } from './chat-requests.js';
import { ExistingReadings } from './existing-readings.js';

/** The route of the existing tarot front end. */
@Controller('api/tarot')
export class TarotController {
  constructor(private readonly readings: ExistingReadings) {}

  @Post('chat-stream')
  @HttpCode(200)
  chat(@Body() body: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const encode = chatFrames(contentOnly);
    return this.readings.answer('tarot-chat', body, tarotChatInputOf, { request, response, encode });
  }
}

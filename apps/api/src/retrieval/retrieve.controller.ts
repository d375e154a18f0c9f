import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { DisconnectSignal } from '@app/http';
import type { Caller } from '@app/readings';
import { RequestCaller } from '../readings/request-caller.js';
import { type FoundPassages, PassageSearch } from './passage-search.js';

/** Retrieval of passages without a reading. */
@Controller('v1/retrieve')
export class RetrieveController {
  constructor(private readonly passages: PassageSearch) {}

  @Post()
  @HttpCode(200)
  retrieve(
    @Body() body: unknown,
    @RequestCaller() caller: Caller,
    @DisconnectSignal() signal: AbortSignal,
  ): Promise<FoundPassages> {
    return this.passages.search(body, caller, signal);
  }
}

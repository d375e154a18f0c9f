import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { DisconnectSignal } from '@app/http';
import type { Caller } from '@app/readings';
import { RequestCaller } from '../readings/request-caller.js';
import { type FoundRows, RowSearch } from './row-search.js';

/** Search as the command `rag search` does it: one list over all tables, without the adjustments of a reading. */
@Controller('v1/search')
export class SearchController {
  constructor(private readonly rows: RowSearch) {}

  @Post()
  @HttpCode(200)
  search(
    @Body() body: unknown,
    @RequestCaller() caller: Caller,
    @DisconnectSignal() signal: AbortSignal,
  ): Promise<FoundRows> {
    return this.rows.search(body, caller, signal);
  }
}

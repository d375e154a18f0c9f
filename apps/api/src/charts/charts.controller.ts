import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Caller, ChartService, chartDefinitions, cleanTexts } from '@app/readings';
import { schemaOf } from '../docs/parts.js';
import { RequestCaller } from '../readings/request-caller.js';
import { inputOfQuery } from './input-of-query.js';

/** Serves charts, spreads and casts as facts only, without a reading. */
@Controller('v1/charts')
export class ChartsController {
  constructor(private readonly charts: ChartService) {}

  @Get()
  @Header('Cache-Control', 'public, max-age=300')
  kinds(): unknown {
    return { kinds: chartDefinitions.map(({ kind, input, example }) => ({ kind, input: schemaOf(input), example })) };
  }

  @Get(':kind')
  @Header('Cache-Control', 'private, max-age=600')
  fromQuery(@Param('kind') kind: string, @Query() query: unknown, @RequestCaller() caller: Caller): Promise<unknown> {
    return this.#compute(kind, inputOfQuery(this.charts.definition(kind).input, query), caller);
  }

  @Post(':kind')
  @HttpCode(200)
  fromBody(@Param('kind') kind: string, @Body() body: unknown, @RequestCaller() caller: Caller): Promise<unknown> {
    return this.#compute(kind, body, caller);
  }

  async #compute(kind: string, input: unknown, caller: Caller): Promise<unknown> {
    const facts = this.charts.prepare(kind, cleanTexts(input));
    await caller.admit();
    return facts();
  }
}

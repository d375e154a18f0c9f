import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { type Caller, HelpService, PrefetchReading, cleanTexts, destinyReading } from '@app/readings';
import { DisconnectSignal, OpenToBrowsers } from '@app/http';
import { RequestCaller } from '../readings/request-caller.js';
import { sessionRequestOf } from './ask-request.js';
import { extractUserText } from './extract-user-text.js';
import { CounsellorSessions } from './counsellor-sessions.js';

/** Opens a counsellor session: computes the charts and runs all retrievers before the first question. */
@Controller(['counselor', 'saju/counselor', 'astrology/counselor'])
export class CounsellorController {
  constructor(
    private readonly prefetch: PrefetchReading,
    private readonly sessions: CounsellorSessions,
    private readonly help: HelpService,
  ) {}

  @Post('init')
  @OpenToBrowsers()
  @HttpCode(200)
  async init(
    @Body() body: unknown,
    @RequestCaller() caller: Caller,
    @DisconnectSignal() signal: AbortSignal,
  ): Promise<object> {
    const help = this.help.answer(body, extractUserText);
    if (help) return help;
    const startedAt = performance.now();
    const { locale, charts } = sessionRequestOf(cleanTexts(body));
    await caller.admit();
    const input = destinyReading.input.parse({ ...charts, locale });
    const { plan, prefetched } = await this.prefetch.prefetch(destinyReading, input, signal);
    return {
      status: 'success',
      session_id: await this.sessions.open(caller.tenant, { locale, charts, prefetched }),
      prefetch_time_ms: Math.round(performance.now() - startedAt),
      data_summary: {
        graph_nodes: prefetched.graph?.length ?? 0,
        corpus_quotes: prefetched.corpus?.length ?? 0,
        persona_insights: prefetched.persona?.length ?? 0,
        has_cross_analysis: plan.facts['saju'] !== undefined && plan.facts['astrology'] !== undefined,
      },
    };
  }
}

import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { PrefetchReading } from '@app/readings';
import type { Request, Response } from 'express';
import { clientOf } from '../readings/client.js';
import { ReadingLauncher } from '../readings/reading-launcher.js';
import { cleaned } from '../readings/user-texts.js';
import { sessionRequestOf } from './ask-request.js';
import { CounsellorSessions } from './counsellor-sessions.js';
import { sessionOwner } from './session-owner.js';

/** Opens a counsellor's session: charts computed, all four retrievers asked, before the first question comes. */
@Controller('counselor')
export class CounsellorController {
  constructor(
    private readonly launcher: ReadingLauncher,
    private readonly prefetch: PrefetchReading,
    private readonly sessions: CounsellorSessions,
  ) {}

  @Post('init')
  @HttpCode(200)
  async init(@Body() body: unknown, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const startedAt = performance.now();
    const { locale, charts } = sessionRequestOf(cleaned(body));
    await this.launcher.admit(clientOf(request));
    const destiny = this.launcher.definition('destiny');
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const input = destiny.input.parse({ ...charts, locale });
    const { plan, prefetched } = await this.prefetch.prefetch(destiny, input, gone.signal);
    const id = await this.sessions.open(sessionOwner(request), { locale, charts, prefetched });
    return {
      status: 'success',
      session_id: id,
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

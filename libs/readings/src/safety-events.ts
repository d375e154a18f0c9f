import type { CrisisAnswer } from '@app/safety';
import type { EventBatch, ReadingStarted } from '@app/streaming';

const SECTION = 'safety';

export interface SafetyReading {
  readonly id: string;
  readonly kind: string;
  /** `performance.now()` when the request arrived. */
  readonly arrivedAt: number;
  readonly llm: ReadingStarted['llm'];
}

/** The whole stream of a request that is met with help lines: one section, no facts, nothing looked up or generated. */
export function safetyEvents(answer: CrisisAnswer, { id, kind, arrivedAt, llm }: SafetyReading): EventBatch {
  const text = safetyText(answer);
  const ms = Math.round((performance.now() - arrivedAt) * 10) / 10;
  const { locale } = answer;
  return [
    { event: 'reading', data: { reading: id, kind, locale, sections: [SECTION], facts: {}, llm } },
    { event: 'section', data: { section: SECTION, status: 'start' } },
    { event: 'delta', data: { section: SECTION, content: text } },
    {
      event: 'section',
      data: { section: SECTION, status: 'done', full_text: text, finish_reason: 'safety', ttft_ms: ms, ms },
    },
    { event: 'done', data: { done: true, status: 'safety', ms, timings: {} } },
  ];
}

/** Message and lines as one text, for clients that know nothing of help lines. */
export function safetyText({ message, title, lines }: CrisisAnswer): string {
  const listed = lines.map(({ name, number, hours, url }) => {
    const address = url === undefined || url.endsWith(number) ? '' : ` ${url}`;
    return `• ${name}: ${number} (${hours})${address}`;
  });
  return [message, '', title, ...listed].join('\n');
}

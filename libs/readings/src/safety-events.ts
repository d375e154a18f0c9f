import type { CrisisAnswer } from '@app/safety';
import type { EventBatch, ReadingStarted } from '@app/streaming';

export interface SafetyReading {
  readonly id: string;
  readonly kind: string;
  /** Id of a section that the client displays. */
  readonly section: string;
  /** `performance.now()` when the request arrived. */
  readonly arrivedAt: number;
  readonly llm: ReadingStarted['llm'];
}

/** All events of a reading that consists of help lines: one section, nothing retrieved or generated. */
export function safetyEvents(answer: CrisisAnswer, { id, kind, section, arrivedAt, llm }: SafetyReading): EventBatch {
  const text = safetyText(answer);
  const ms = Math.round((performance.now() - arrivedAt) * 10) / 10;
  const { locale } = answer;
  return [
    { event: 'reading', data: { reading: id, kind, locale, sections: [section], facts: {}, llm } },
    { event: 'section', data: { section, status: 'start' } },
    { event: 'delta', data: { section, content: text } },
    {
      event: 'section',
      data: { section, status: 'done', full_text: text, finish_reason: 'safety', ttft_ms: ms, ms },
    },
    { event: 'done', data: { done: true, status: 'safety', ms, timings: {} } },
  ];
}

/** Message and help lines as one text, for clients that only display text. */
export function safetyText({ message, title, lines }: CrisisAnswer): string {
  const listed = lines.map(({ name, number, hours, url }) => {
    const address = url === undefined || url.endsWith(number) ? '' : ` ${url}`;
    return `• ${name}: ${number} (${hours})${address}`;
  });
  return [message, '', title, ...listed].join('\n');
}

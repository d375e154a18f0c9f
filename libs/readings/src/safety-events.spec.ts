import { describe, expect, it } from '@jest/globals';
import type { SectionDone } from '@app/streaming';
import { safetyEvents } from './safety-events.js';

const answer = {
  locale: 'ko',
  title: '이야기를 나눌 곳',
  message: '많이 힘드신 것 같습니다.',
  lines: [
    { name: '자살예방 상담전화', number: '109', hours: '24시간' },
    { name: 'Find a line', number: 'findahelpline.com', hours: 'always', url: 'https://findahelpline.com' },
  ],
} as const;
const reading = {
  id: 'r1',
  kind: 'dream',
  section: 'safety',
  arrivedAt: performance.now(),
  llm: { engine: 'offline', model: 'none' },
} as const;

describe('safetyEvents', () => {
  const events = safetyEvents(answer, reading);

  it('form a complete reading of one section with status `safety`', () => {
    expect(events.map(({ event }) => event)).toEqual(['reading', 'section', 'delta', 'section', 'done']);
    expect(events[0]?.data).toMatchObject({
      reading: 'r1',
      kind: 'dream',
      locale: 'ko',
      sections: ['safety'],
      facts: {},
    });
    expect(events.at(-1)?.data).toMatchObject({ done: true, status: 'safety' });
  });

  it('contain the message and every line, in the delta and in the full text', () => {
    const { full_text: text } = events[3]!.data as SectionDone;
    expect(events[2]?.data).toEqual({ section: 'safety', content: text });
    expect(text).toMatch(/^많이 힘드신 것 같습니다\.\n\n이야기를 나눌 곳\n• 자살예방 상담전화: 109 \(24시간\)\n/);
    expect(text).toContain('findahelpline.com (always)');
  });
});

import { type FrameEncoder, type ReadingEvent } from '@app/streaming';
import fc from 'fast-check';
import { readBytewise, readNaively, readTrimming } from '../../../../../test/harness/front-end-parsers.js';

/** Events of a reading, and the results of older front ends' parsers for its frames. */

export const ID = 'r1';

export function events(
  pieces: readonly string[],
  ending: Partial<Extract<ReadingEvent, { event: 'done' }>['data']> = {},
) {
  const section = 'chat';
  const list: readonly ReadingEvent[] = [
    {
      event: 'reading',
      data: {
        reading: ID,
        kind: 'ask',
        locale: 'ko',
        sections: [section],
        facts: {},
        llm: { engine: 'offline', model: 'm' },
      },
    },
    { event: 'retrieval', data: { retriever: 'graph', status: 'ok', ms: 1, sources: [] } },
    { event: 'section', data: { section, status: 'start' } },
    ...pieces.flatMap((content): readonly ReadingEvent[] => [
      { event: 'delta', data: { section, content } },
      { event: 'citation', data: { section, n: 1, id: 'dream:snake' } },
    ]),
    {
      event: 'section',
      data: { section, status: 'done', full_text: pieces.join(''), finish_reason: 'stop', ttft_ms: 1, ms: 2 },
    },
    {
      event: 'done',
      data: { done: true, status: 'ok', ms: 3, timings: {}, followups: ['왜요?', 'And [then]?'], ...ending },
    },
  ];
  return list;
}

export const encode = (encoder: FrameEncoder, list: readonly ReadingEvent[]) =>
  list.map((event, at) => encoder(ID, at + 1, event));

export const strict = (frames: readonly string[]) => readBytewise(frames.join(''));
export const naive = readNaively;
export const trimming = (frames: readonly string[]) => readTrimming(frames.join(''));

export interface ChatData {
  readonly content?: string;
  readonly token?: string;
  readonly done?: boolean;
  readonly error?: string;
  readonly full_text?: string;
  readonly status?: string;
}

export const parsed = (data: readonly string[]) => data.map((line) => JSON.parse(line) as ChatData);
export const textIn = (data: readonly ChatData[]) => data.map(({ content = '' }) => content).join('');
/** The text that a raw client displays: everything before the first control word. */
export const shown = (data: readonly string[]) =>
  data.filter((line) => !/^(\[DONE\]$|\[ERROR\]|\|\|FOLLOWUP\|\|)/.test(line)).join('');

export const nasty = fc.array(
  fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ' ',
        '\n',
        '\n\n',
        '\r\n',
        '|',
        '||',
        '[',
        ']',
        '[1]',
        ' [12]',
        '[DONE]',
        '[ERROR]',
        '\u2028',
        '\uFEFF',
      ),
      fc.constantFrom('||FOLLOWUP||', 'data: ', '뱀', '이 ', '🐍', 'a', 'word ', '\t', '\u00A0'),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
    ),
    maxLength: 6,
  }),
  { maxLength: 20 },
);

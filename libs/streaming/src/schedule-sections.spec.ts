import { describe, expect, it } from '@jest/globals';
import { type LlmDelta, LlmError } from '@app/llm';
import { EMPTY, NEVER, type Observable, map, of, toArray } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import type { EventBatch } from './reading-event.js';
import { scheduleSections } from './schedule-sections.js';
import { SectionCycleError } from './section-order.js';
import type { SectionEnd, SectionSource } from './section-source.js';

const marbles = () => new TestScheduler((actual, expected) => expect(actual).toEqual(expected));

const DELTAS: Readonly<Record<string, LlmDelta>> = {
  t: { type: 'text', pieces: ['t'] },
  c: { type: 'text', pieces: ['[1]', '[9]'] },
  f: { type: 'finish', reason: 'stop' },
};

type Word = Record<'section' | 'status' | 'content' | 'id' | 'code', string | undefined>;
/** A batch as one readable line, for example `love start`, `love t`, `love done`. */
const lines = (events: Observable<EventBatch>): Observable<string> =>
  events.pipe(
    map((batch) =>
      batch
        .map(({ data }) => data as unknown as Word)
        .map(({ section, status, content, id, code }) =>
          [section, status ?? content ?? `cites ${id}`, code].filter(Boolean).join(' '),
        )
        .join(', '),
    ),
  );

const source = (section: string, deltas: Observable<LlmDelta>, rest: Partial<SectionSource> = {}): SectionSource => ({
  section,
  ready: EMPTY,
  deltas: () => deltas,
  citable: (n) => (n === 1 ? 'dream:snake' : undefined),
  ...rest,
});

describe('scheduleSections', () => {
  it('interleaves sections as their text arrives', () => {
    marbles().run(({ cold, expectObservable }) => {
      const merged = scheduleSections([
        source('love', cold('-----t--(f|)', DELTAS)),
        source('work', cold('-------t---(f|)', DELTAS)),
      ]);
      expectObservable(lines(merged)).toBe('(ab)-c-de--(f|)', {
        a: 'love start',
        b: 'work start',
        c: 'love t',
        d: 'work t',
        e: 'love done',
        f: 'work done',
      });
    });
  });

  it('starts a section when its own retrievers have settled, not when all have', () => {
    marbles().run(({ cold, expectObservable }) => {
      const merged = scheduleSections([
        source('early', cold('(tf|)', DELTAS), { ready: cold('--x|') }),
        source('late', cold('(tf|)', DELTAS), { ready: cold('------------x|') }),
      ]);
      expectObservable(lines(merged)).toBe('---(abc)-----(def|)', {
        a: 'early start',
        b: 'early t',
        c: 'early done',
        d: 'late start',
        e: 'late t',
        f: 'late done',
      });
    });
  });

  it('turns a failed section into one event and lets its sibling finish', () => {
    marbles().run(({ cold, expectObservable }) => {
      const merged = scheduleSections([
        source('love', cold('-----#', {}, new LlmError('llm.timeout', 'late'))),
        source('work', cold('-------t---(f|)', DELTAS)),
      ]);
      expectObservable(lines(merged)).toBe('(ab)-c-d---(e|)', {
        a: 'love start',
        b: 'work start',
        c: 'love failed llm.timeout',
        d: 'work t',
        e: 'work done',
      });
    });
  });

  it('reports a section as truncated once text was shown, whatever ended it', () => {
    marbles().run(({ cold, expectObservable, flush }) => {
      const seen: string[] = [];
      const merged = scheduleSections([
        source('error', cold('--t--#', DELTAS, new LlmError('llm.unavailable', 'reset'))),
        source('quiet', cold('---t---|', DELTAS)),
        source('bug', cold('---------#', DELTAS, new TypeError('no such thing'))),
      ]);
      expectObservable(
        lines(merged).pipe(
          toArray(),
          map((all) => void seen.push(...all)),
        ),
      ).toBe('---------(a|)', { a: undefined });
      flush();
      expect(seen.slice(3)).toEqual([
        'error t',
        'quiet t',
        'error failed llm.truncated',
        'quiet failed llm.truncated',
        'bug failed llm.failed',
      ]);
    });
  });

  it('sends one delta for what arrived together, then its citations, and drops unknown ones', () => {
    const dropped: string[] = [];
    const seen: string[] = [];
    const merged = scheduleSections([source('love', of(DELTAS['c']!, DELTAS['f']!))], {
      citationDropped: (section) => dropped.push(section),
    });
    lines(merged).subscribe((line) => seen.push(line));
    expect(seen).toEqual(['love start', 'love [1][9], love cites dream:snake', 'love done']);
    expect(dropped).toEqual(['love']);
  });

  it('passes the text of an earlier section to the one that follows it, also when it failed', () => {
    marbles().run(({ cold, expectObservable }) => {
      const given: unknown[] = [];
      const merged = scheduleSections([
        source('advice', EMPTY, {
          after: ['summary', 'not-planned'],
          deltas: (earlier) => {
            given.push(earlier);
            return cold('(tf|)', DELTAS);
          },
        }),
        source('summary', cold('-t-#', DELTAS, new LlmError('llm.timeout', 'late'))),
      ]);
      expectObservable(
        lines(merged).pipe(
          toArray(),
          map((all) => [all, given]),
        ),
      ).toBe('---(a|)', {
        a: [
          ['summary start', 'summary t', 'summary failed llm.truncated', 'advice start', 'advice t', 'advice done'],
          [{ summary: 't' }],
        ],
      });
    });
  });

  it('unsubscribes from every section when it is unsubscribed and never starts waiting ones', () => {
    marbles().run(({ cold, expectObservable, expectSubscriptions }) => {
      const running = cold<LlmDelta>('-t--------', DELTAS);
      const waiting = cold<LlmDelta>('t', DELTAS);
      const merged = scheduleSections([source('love', running), source('work', waiting, { ready: NEVER })]);
      expectObservable(lines(merged), '----!').toBe('ab---', { a: 'love start', b: 'love t' });
      expectSubscriptions(running.subscriptions).toBe('^---!');
      expectSubscriptions(waiting.subscriptions).toBe([]);
    });
  });

  it('starts nothing before it is subscribed, and reports how each section ended', () => {
    const ends: SectionEnd[] = [];
    const merged = scheduleSections([source('love', of(DELTAS['t']!, DELTAS['t']!, DELTAS['f']!))], {
      ended: (end) => ends.push(end),
    });
    expect(ends).toEqual([]);
    merged.subscribe();
    expect(ends).toMatchObject([{ section: 'love', outcome: 'done', text: 'tt', pieces: 2 }]);
  });

  it('fails a section that finishes without visible text', () => {
    const seen: string[] = [];
    const blank: LlmDelta = { type: 'text', pieces: [' ', '\n'] };
    lines(scheduleSections([source('love', of(DELTAS['f']!)), source('work', of(blank, DELTAS['f']!))])).subscribe(
      (line) => seen.push(line),
    );
    expect(seen.filter((line) => line.includes('failed'))).toEqual(['love failed llm.empty', 'work failed llm.empty']);
  });

  it('refuses sections that wait for each other, naming the path', () => {
    const circle = [
      source('a', EMPTY, { after: ['b'] }),
      source('b', EMPTY, { after: ['c'] }),
      source('c', EMPTY, { after: ['b'] }),
    ];
    expect(() => scheduleSections(circle)).toThrow(SectionCycleError);
    expect(() => scheduleSections(circle)).toThrow('b → c → b');
  });
});

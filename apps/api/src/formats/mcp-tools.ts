import { LOCALES } from '@app/text';
import { Injectable } from '@nestjs/common';
import { type Caller, type LiveReading, ReadingRegistry, ReadingService } from '@app/readings';
import {
  ReadingInputError,
  astrologyFacts,
  birthFacts,
  birthFields,
  birthInput,
  natalChart,
  readBirth,
  sajuChart,
  sajuFacts,
} from '@app/divination';
import type { ReadingEvent } from '@app/streaming';
import { z } from 'zod';
import { schemaOf } from '../docs/parts.js';
import { withoutCitations } from '../legacy/citation-stripper.js';
import { PassageSearch } from '../retrieval/passage-search.js';
import { retrieveInput } from '../retrieval/retrieve-input.js';

/** One call of a tool. */
export interface ToolCall {
  readonly caller: Caller;
  /** Aborts when the client cancels or disconnects. */
  readonly signal: AbortSignal;
  /** `performance.now()` when the request arrived. */
  readonly arrivedAt: number;
  /** Reports the progress of the call. */
  readonly progress: (done: number, total: number, message: string) => void;
}

export interface ToolAnswer {
  readonly text: string;
  readonly structured: object;
}

interface Tool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: object;
  call(input: unknown, call: ToolCall): Promise<ToolAnswer>;
}

const chartInput = z.strictObject({ birth: birthInput, locale: z.enum(LOCALES).default('ko') });

/** The tools of the MCP server: a reading of each kind, a birth chart, and the knowledge base. */
@Injectable()
export class McpTools {
  #all: readonly Tool[] | undefined;

  constructor(
    private readonly registry: ReadingRegistry,
    private readonly readings: ReadingService,
    private readonly passages: PassageSearch,
  ) {}

  /** Built for the first request, because the JSON Schemas of all inputs take time and memory. */
  get all(): readonly Tool[] {
    return (this.#all ??= this.#tools());
  }

  #tools(): readonly Tool[] {
    return [
      ...this.registry.all().map(({ kind, input, sections }) => ({
        name: `read_${kind.replaceAll('-', '_')}`,
        description: `A ${kind} reading in Korean or English: ${sections.map(({ title }) => title.en).join(', ')}.`,
        inputSchema: objectSchema(input),
        call: (body: unknown, call: ToolCall) => this.#read(kind, body, call),
      })),
      {
        name: 'birth_chart',
        description: 'The four pillars (saju) and the western birth chart of a date, time and place of birth.',
        inputSchema: objectSchema(chartInput),
        call: (body) => Promise.resolve(chartOf(body)),
      },
      {
        name: 'search_knowledge',
        description: 'Passages about symbols, cards, hexagrams, pillars and planets from the knowledge base.',
        inputSchema: objectSchema(retrieveInput),
        call: async (body, { caller, signal }) => {
          const found = await this.passages.search(body, caller, signal);
          return { text: JSON.stringify(found), structured: found };
        },
      },
    ];
  }

  async #read(kind: string, body: unknown, { caller, signal, arrivedAt, progress }: ToolCall): Promise<ToolAnswer> {
    const reading = await this.readings.start({ kind, body, arrivedAt }, caller);
    const observed = reportProgress(reading, progress);
    const document = await reading.document(signal).finally(() => observed.unsubscribe());
    if (!document) throw new Error('The call was cancelled.');
    return {
      text: document.texts.map(({ full_text: text }) => withoutCitations(text)).join('\n\n'),
      structured: document,
    };
  }
}

/** Reports two steps per section: start and end. */
function reportProgress({ events }: LiveReading, progress: ToolCall['progress']) {
  let done = 0;
  let total = 0;
  return events.subscribe(({ event, data }: ReadingEvent) => {
    if (event === 'reading') total = data.sections.length * 2;
    else if (event === 'section') progress(++done, total, `${data.section}: ${data.status}`);
  });
}

/** @throws ZodError, ReadingInputError */
function chartOf(body: unknown): ToolAnswer {
  const { birth: given, locale } = chartInput.parse(body);
  const fields = birthFields({ birth: given });
  if (!fields) throw new ReadingInputError('birth.date', { ko: '꼭 필요합니다.', en: 'is needed' });
  const birth = readBirth(fields, locale);
  const nowMs = Date.now();
  const structured = {
    birth: birthFacts(birth, locale),
    saju: sajuFacts(sajuChart(birth).chart, nowMs, locale),
    astrology: astrologyFacts(natalChart(birth).chart, nowMs, locale),
  };
  return { text: JSON.stringify(structured), structured };
}

/** MCP tools accept only objects; refinements of a schema are checked when the tool is called. */
const objectSchema = (schema: z.ZodType): object => ({ ...schemaOf(schema), type: 'object' });

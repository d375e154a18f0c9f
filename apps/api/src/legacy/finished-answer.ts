import { disconnectSignal } from '@app/http';
import type { LiveReading } from '@app/readings';
import type { Response } from 'express';
import { withoutCitations } from './citation-stripper.js';

/** Data of a finished reading for the JSON routes of older front ends. */
export interface FinishedAnswer {
  readonly text: (section: string) => string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly model: string;
  readonly followups: readonly string[];
  readonly ms: number;
  readonly timings: Readonly<Record<string, unknown>>;
}

/**
 * Waits for a reading to finish; undefined if the client has disconnected.
 * @throws ReadingError `reading.failed`, `reading.cancelled`
 */
export async function finishedAnswer(reading: LiveReading, response: Response): Promise<FinishedAnswer | undefined> {
  response.set('X-Reading-Id', reading.id);
  const document = await reading.document(disconnectSignal(response));
  if (!document) return undefined;
  const { texts, facts, llm, followups = [], ms, timings } = document;
  const text = (section: string) => texts.find((end) => end.section === section)?.full_text ?? '';
  return {
    text: (section) => withoutCitations(text(section)),
    facts,
    model: llm.engine === 'offline' ? llm.engine : llm.model,
    followups,
    ms,
    timings,
  };
}

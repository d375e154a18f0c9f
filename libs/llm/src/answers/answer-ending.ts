import { type LlmErrorCode } from '../llm.error.js';

export type Ending = 'stop' | Extract<LlmErrorCode, 'llm.incomplete' | 'llm.filtered' | 'llm.refused'>;

/** Finish reasons of OpenAI- and Anthropic-compatible servers, in lower case. */
const ENDINGS: Readonly<Record<Ending, readonly string[]>> = {
  stop: ['stop', 'end_turn', 'stop_sequence', 'eos', 'eos_token', 'complete', 'completed', 'end', 'finished', 'finish'],
  'llm.filtered': [
    'content_filter',
    'content_filtered',
    'filtered',
    'safety',
    'sensitive',
    'prohibited_content',
    'recitation',
    'blocklist',
    'spii',
  ],
  'llm.refused': ['refusal', 'refused'],
  // Every other reason, such as `length` or a tool call: the text may be cut off.
  'llm.incomplete': [],
};

const BY_REASON = new Map(
  Object.entries(ENDINGS).flatMap(([ending, reasons]) => reasons.map((reason) => [reason, ending as Ending])),
);

export const endingOf = (reason: string): Ending => BY_REASON.get(reason.toLowerCase()) ?? 'llm.incomplete';

/** Whether the value is a placeholder for a missing finish reason: some servers send one in every chunk. */
export const isNoReason = (reason: string): boolean => ['', 'null', 'none'].includes(reason.trim().toLowerCase());

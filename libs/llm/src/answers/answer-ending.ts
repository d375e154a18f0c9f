import { type LlmErrorCode } from '../llm.error.js';

export type Ending =
  | 'stop'
  | Extract<LlmErrorCode, 'llm.incomplete' | 'llm.filtered' | 'llm.refused' | 'llm.unavailable'>;

/** Finish reasons of OpenAI- and Anthropic-compatible servers, in lower case. */
const ENDINGS: Readonly<Record<Ending, readonly string[]>> = {
  stop: [
    'stop',
    'stopped',
    'stop_token',
    'end_turn',
    'stop_sequence',
    'eos',
    'eos_token',
    'eosfound',
    'endoftext',
    'complete',
    'completed',
    'end',
    'finished',
    'finish',
    'done',
    'normal',
  ],
  'llm.filtered': [
    'content_filter',
    'content_filtered',
    'filtered',
    'safety',
    'sensitive',
    'prohibited_content',
    'recitation',
    'blocklist',
    'blacklist',
    'spii',
    'guardrail_intervened',
    'error_toxic',
  ],
  'llm.refused': ['refusal', 'refused'],
  // The server gave up: a new request may succeed.
  'llm.unavailable': [
    'error',
    'abort',
    'aborted',
    'cancel',
    'canceled',
    'cancelled',
    'network_error',
    'timeout',
    'insufficient_system_resource',
    'load',
  ],
  // Every other reason, such as `length` or a tool call: the text may be cut off.
  'llm.incomplete': [],
};
const TOKEN_LIMIT = /length|tokens|token_limit/;
/** Placeholders for a missing finish reason: some servers send one in every chunk. */
const NO_REASON: ReadonlySet<string> = new Set(['', 'null', 'none', 'undefined', 'finish_reason_unspecified']);

const BY_REASON = new Map(
  Object.entries(ENDINGS).flatMap(([ending, reasons]) => reasons.map((reason) => [reason, ending as Ending])),
);

export const endingOf = (reason: string): Ending => BY_REASON.get(nameOf(reason)) ?? 'llm.incomplete';

/** Whether the reason is the token limit, and not, for example, a tool call. */
export const isTokenLimit = (reason: string): boolean =>
  endingOf(reason) === 'llm.incomplete' && TOKEN_LIMIT.test(nameOf(reason));

export const isNoReason = (reason: string): boolean => NO_REASON.has(reason.trim().toLowerCase());

/** The reason without a detail that follows it, as in `content_filter: PROHIBITED_CONTENT`. */
const nameOf = (reason: string): string => (reason.split(':')[0] as string).trim().toLowerCase();

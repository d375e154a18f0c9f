import type { Answer } from './answer.js';
import { type FrameCache, encodeWhole } from './completion-frames.js';
import { errorObject, playCompletion } from './play-completion.js';
import type { UpstreamMode } from './upstream-mode.js';

export interface CompletionRequest {
  readonly stream: boolean;
  readonly usage: boolean;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/**
 * Plays faults that replace the completion: errors, no response, other documents.
 * @returns false if the mode has no such fault
 */
export function playFault(answer: Answer, mode: UpstreamMode): boolean {
  switch (mode.behaviour) {
    case 'status':
      reject(answer, mode);
      return true;
    case 'refuse':
      answer.break('refuse');
      return true;
    case 'hang':
      return true;
    case 'html':
      answer.head(200, { 'content-type': 'text/html; charset=utf-8' });
      answer.end(Buffer.from('<!doctype html><title>Sign in</title><p>Please sign in to continue.</p>'));
      return true;
    case 'redirect':
      answer.head(302, { location: mode.location });
      answer.end();
      return true;
    default:
      return false;
  }
}

export function reject(answer: Answer, mode: UpstreamMode): void {
  const wait = {
    ...(mode.retryAfter !== undefined && { 'retry-after': mode.retryAfter }),
    ...(mode.retryAfterMs !== undefined && { 'retry-after-ms': mode.retryAfterMs }),
  };
  answer.head(mode.status, { ...JSON_TYPE, ...wait });
  answer.end(Buffer.from(errorObject(mode)));
}

export function playMode(
  answer: Answer,
  spec: string,
  mode: UpstreamMode,
  request: CompletionRequest,
  cache: FrameCache,
): void {
  if (playFault(answer, mode)) return;
  if (request.stream) return playCompletion(answer, mode, cache.get(spec, mode, request.usage));
  playWhole(answer, mode, encodeWhole(mode));
}

/** Sends the completion as one JSON document; mid-stream faults occur in the middle of it. */
export function playWhole(answer: Answer, mode: UpstreamMode, whole: Buffer): void {
  const half = whole.subarray(0, whole.length >> 1);
  const begin = (bytes?: Buffer) => {
    answer.head(200, JSON_TYPE);
    answer.flushHead();
    if (bytes) answer.write(bytes);
  };
  switch (mode.behaviour) {
    case 'hang-after-headers':
      return begin();
    case 'stall':
    case 'comments':
    case 'drip':
      return begin(half);
    case 'reset':
      begin(half);
      return answer.later(5, () => answer.break('reset'));
    case 'clean-end':
    case 'garbage':
      answer.head(200, JSON_TYPE);
      return answer.end(half);
    case 'error-object':
      answer.head(200, JSON_TYPE);
      return answer.end(Buffer.from(errorObject(mode)));
    default:
      return answer.later(mode.firstMs + mode.tokens * mode.delayMs, () => {
        answer.head(200, JSON_TYPE);
        answer.end(whole);
      });
  }
}

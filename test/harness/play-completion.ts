import type { Answer } from './answer.js';
import { type CompletionFrames, encodeFrame, encodeToken } from './completion-frames.js';
import type { UpstreamMode } from './upstream-mode.js';
import { now } from './upstream-stats.js';

/** Tokens per socket write if there is no delay between tokens. */
const SLAB = 64;
/** Delay before a reset, so that written data is sent first. */
const SETTLE_MS = 5;
const FIVE_MEGABYTES = 5 * 1024 * 1024;

/** Streams one completion as its mode specifies. */
export function playCompletion(answer: Answer, mode: UpstreamMode, frames: CompletionFrames): void {
  answer.head(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  if (mode.firstMs > 0 || mode.behaviour === 'hang-after-headers') answer.flushHead();
  const { tokens, ending, done } = frames;
  const before = tokens.slice(0, mode.after);
  const rest = tokens.slice(mode.after);
  const whole = () => (mode.hold ? answer.write(ending) : answer.end(Buffer.concat([ending, done])));
  const say = (some: readonly Buffer[], then: () => void) => sayTokens(answer, mode, some, then);
  const sayAround = (fault: Buffer) =>
    say(before, () => {
      answer.write(fault);
      say(rest, whole);
    });

  switch (mode.behaviour) {
    case 'hang-after-headers':
      return;
    case 'stall':
      return say(before, () => undefined);
    case 'comments':
      return say(before, () => comment(answer, mode));
    case 'reset':
      return say(before, () => answer.later(SETTLE_MS, () => answer.break('reset')));
    case 'clean-end':
      return say(before, () => answer.end());
    case 'no-done':
      return say(tokens, () => answer.end(ending));
    case 'error-object':
      return say(before, () => answer.end(encodeFrame(mode, errorObject(mode))));
    case 'garbage':
      return sayAround(Buffer.concat(Array.from({ length: mode.count }, () => encodeFrame(mode, '{"choices":[{"del'))));
    case 'long-line':
      return sayAround(encodeFrame(mode, 'x'.repeat(mode.bytes ?? FIVE_MEGABYTES)));
    case 'drip':
      return drip(answer, Buffer.concat([...tokens, ending, done]), mode.everyMs);
    case 'split':
      return split(answer, Buffer.concat([...tokens, ending, done]), mode.bytes ?? 1);
    default:
      return say(tokens, whole);
  }
}

/** Sends tokens on a fixed schedule from now; overdue tokens are sent together, so that the schedule does not drift. */
function sayTokens(answer: Answer, mode: UpstreamMode, tokens: readonly Buffer[], then: () => void): void {
  const start = now() + mode.firstMs;
  let said = 0;
  const due = () => (mode.delayMs > 0 ? Math.floor((now() - start) / mode.delayMs) + 1 : said + SLAB);
  const step = (): void => {
    if (answer.closed) return;
    if (answer.congested) return answer.later(1, step);
    const until = Math.min(tokens.length, due());
    if (until > said) answer.write(encoded(mode, tokens.slice(said, until)));
    said = Math.max(said, until);
    if (said >= tokens.length) return then();
    answer.later(mode.delayMs > 0 ? Math.max(0, start + said * mode.delayMs - now()) : 0, step);
  };
  if (mode.firstMs > 0) answer.later(mode.firstMs, step);
  else step();
}

function encoded(mode: UpstreamMode, frames: readonly Buffer[]): Buffer {
  if (mode.stamp) return Buffer.concat(frames.map(() => encodeToken(mode, `${now().toFixed(3)} `)));
  return frames.length === 1 ? (frames[0] as Buffer) : Buffer.concat(frames);
}

function comment(answer: Answer, mode: UpstreamMode): void {
  answer.write(Buffer.from(': still here\n\n'));
  answer.later(mode.everyMs, () => comment(answer, mode));
}

function drip(answer: Answer, bytes: Buffer, everyMs: number, at = 0): void {
  answer.write(bytes.subarray(at, at + 1));
  if (at + 1 < bytes.length) answer.later(everyMs, () => drip(answer, bytes, everyMs, at + 1));
  else answer.end();
}

function split(answer: Answer, bytes: Buffer, size: number, at = 0): void {
  answer.write(bytes.subarray(at, at + size));
  if (at + size >= bytes.length) return answer.end();
  setImmediate(() => split(answer, bytes, size, at + size));
}

export const errorObject = ({ code, status }: UpstreamMode): string =>
  JSON.stringify({
    error: {
      message: 'The scriptable upstream was told to fail.',
      type: status === 429 ? 'rate_limit_error' : 'server_error',
      code: code ?? (status === 429 ? 'rate_limit_exceeded' : 'server_error'),
    },
  });

import { randomBytes, randomInt } from 'node:crypto';
import { type UpstreamMode, tokensOf } from './upstream-mode.js';

/** An encoded completion: one frame per token, and the final frames. */
export interface CompletionFrames {
  readonly tokens: readonly Buffer[];
  /** The frame with finish_reason, and with usage if requested. */
  readonly ending: Buffer;
  readonly done: Buffer;
  readonly text: string;
}

const HEAD = {
  id: 'chatcmpl-scriptable',
  object: 'chat.completion.chunk',
  created: 1_700_000_000,
  model: 'scriptable',
  service_tier: 'default',
  system_fingerprint: 'fp_0000000000',
};
/** Like OpenAI, add random letters to each chunk to hide the length of tokens. */
const MAX_OBFUSCATION = 16;
const obfuscation = (): string =>
  randomBytes(MAX_OBFUSCATION)
    .toString('base64url')
    .slice(0, 1 + randomInt(MAX_OBFUSCATION));

/** Encodes the frames of each mode once, so that benchmarks do not measure the encoding. */
export class FrameCache {
  readonly #frames = new Map<string, CompletionFrames>();

  get(spec: string, mode: UpstreamMode, usage: boolean): CompletionFrames {
    const key = `${usage}${spec}`;
    let frames = this.#frames.get(key);
    if (!frames) {
      // Modes may contain unique texts; the bound limits the heap in long property tests.
      if (this.#frames.size >= 512) this.#frames.clear();
      this.#frames.set(key, (frames = encodeCompletion(mode, usage)));
    }
    return frames;
  }
}

export function encodeCompletion(mode: UpstreamMode, usage: boolean): CompletionFrames {
  const tokens = tokensOf(mode);
  const choice = (delta: object, finish: string | null = null) => [
    { index: 0, delta, logprobs: null, finish_reason: finish },
  ];
  const frame = (fields: object) =>
    encodeFrame(mode, JSON.stringify({ ...HEAD, ...fields, obfuscation: obfuscation() }));
  const noUsage = usage && { usage: null };
  const role = frame({ choices: choice({ role: 'assistant', content: '' }), ...noUsage });
  const empty = mode.behaviour === 'empty-choices' ? frame({ choices: [] }) : undefined;
  const words = tokens.map((content) => frame({ choices: choice({ content }), ...noUsage }));
  const frames = empty ? words.map((word) => (mode.only ? empty : Buffer.concat([empty, word]))) : words;
  const ending = [mode.only ? undefined : frame({ choices: choice({}, mode.finish), ...noUsage })];
  if (usage) ending.push(frame({ choices: [], usage: usageOf(tokens.length) }));
  return {
    tokens: frames.length ? [Buffer.concat([role, frames[0] as Buffer]), ...frames.slice(1)] : [role],
    ending: Buffer.concat(ending.filter((part) => part !== undefined)),
    done: encodeFrame(mode, '[DONE]'),
    text: tokens.join(''),
  };
}

export function encodeToken(mode: UpstreamMode, content: string): Buffer {
  return encodeFrame(
    mode,
    JSON.stringify({
      ...HEAD,
      choices: [{ index: 0, delta: { content }, logprobs: null, finish_reason: null }],
      usage: null,
      obfuscation: obfuscation(),
    }),
  );
}

export function encodeFrame({ crlf, tight }: UpstreamMode, data: string): Buffer {
  const newline = crlf ? '\r\n' : '\n';
  return Buffer.from(`data:${tight ? '' : ' '}${data}${newline}${newline}`);
}

export function encodeWhole(mode: UpstreamMode): Buffer {
  const tokens = tokensOf(mode);
  const message = { role: 'assistant', content: tokens.join('') };
  return Buffer.from(
    JSON.stringify({
      ...HEAD,
      object: 'chat.completion',
      choices: [{ index: 0, message, finish_reason: mode.finish }],
      usage: usageOf(tokens.length),
    }),
  );
}

const usageOf = (completion: number) => ({
  prompt_tokens: 7,
  completion_tokens: completion,
  total_tokens: 7 + completion,
});

import type { TokenUsage } from '../llm-client.js';
import { fieldsOf } from './loose-json.js';

/** No request of this server comes close to this number; larger counts are ignored as errors. */
const MAX_TOKENS = 10_000_000;

/** Token counts under the field names of either dialect; undefined when they are absent, zero or implausible. */
export function readUsage(value: unknown): TokenUsage | undefined {
  const usage = fieldsOf(value);
  const promptTokens = usage['prompt_tokens'] ?? usage['input_tokens'] ?? 0;
  const completionTokens = usage['completion_tokens'] ?? usage['output_tokens'] ?? 0;
  if (!isCount(promptTokens) || !isCount(completionTokens) || promptTokens + completionTokens === 0) return undefined;
  return { promptTokens, completionTokens };
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= MAX_TOKENS;

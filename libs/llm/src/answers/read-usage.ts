import type { TokenUsage } from '../llm-client.js';
import { fieldsOf } from './loose-json.js';

/** No request of this server comes near it: a larger number is a mistake. */
const MAX_TOKENS = 10_000_000;

/** Token counts in the words of either dialect; undefined when there are none, or none that can be true. */
export function readUsage(value: unknown): TokenUsage | undefined {
  const usage = fieldsOf(value);
  const promptTokens = usage['prompt_tokens'] ?? usage['input_tokens'] ?? 0;
  const completionTokens = usage['completion_tokens'] ?? usage['output_tokens'] ?? 0;
  if (!isCount(promptTokens) || !isCount(completionTokens) || promptTokens + completionTokens === 0) return undefined;
  return { promptTokens, completionTokens };
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= MAX_TOKENS;

import { TooLargeError } from '../embedding.error.js';

/** A text of this length is not rejected for its length, so it is not shortened further. */
const MIN_LENGTH = 64;

export interface LimitedResult {
  readonly vectors: readonly Float32Array[];
  /** Number of texts that were shortened to be accepted. */
  readonly cut: number;
}

type Embed = (texts: readonly string[]) => Promise<readonly Float32Array[]>;

/**
 * Splits a batch that the server rejects as too large into halves, and shortens a text that it rejects as too long by
 * half, until they are accepted.
 */
export async function withinServerLimits(texts: readonly string[], embed: Embed): Promise<LimitedResult> {
  try {
    return { vectors: await embed(texts), cut: 0 };
  } catch (error) {
    if (!(error instanceof TooLargeError)) throw error;
    if (texts.length > 1) return inHalves(texts, embed);
    const [text = ''] = texts;
    if (text.length <= MIN_LENGTH) throw error;
    const { vectors } = await withinServerLimits([text.slice(0, Math.ceil(text.length / 2))], embed);
    return { vectors, cut: 1 };
  }
}

async function inHalves(texts: readonly string[], embed: Embed): Promise<LimitedResult> {
  const middle = Math.ceil(texts.length / 2);
  const first = await withinServerLimits(texts.slice(0, middle), embed);
  const second = await withinServerLimits(texts.slice(middle), embed);
  return { vectors: [...first.vectors, ...second.vectors], cut: first.cut + second.cut };
}

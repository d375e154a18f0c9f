import type { BodyAdapter, ReadingRequest } from '@app/readings';
import { extractUserText } from './extract-user-text.js';

/**
 * Fixed request options of a streaming route of an older front end. Sections are listed, so that sections added later
 * are never sent.
 */
export type LegacyRoute = Required<
  Pick<ReadingRequest, 'kind' | 'sections' | 'format' | 'adapter' | 'streamOnly' | 'isLenient'>
>;

/** Adapter for bodies of an older front end. @throws what `toInput` throws */
export const legacyBody = (toInput: (body: unknown) => unknown): BodyAdapter => ({
  userText: extractUserText,
  toInput: (body) => ({ input: toInput(body) }),
});

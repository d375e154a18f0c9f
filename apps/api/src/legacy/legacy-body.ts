import type { BodyAdapter, ReadingRequest } from '@app/readings';
import { extractUserText } from './extract-user-text.js';

/** What one streaming route of an older front end always asks for. Sections are named: new ones are never sent. */
export type LegacyRoute = Required<Pick<ReadingRequest, 'kind' | 'sections' | 'format' | 'adapter' | 'streamOnly'>>;

/** A body of an older front end, read by `toInput`. @throws what `toInput` throws */
export const legacyBody = (toInput: (body: unknown) => unknown): BodyAdapter => ({
  userText: extractUserText,
  toInput: (body) => ({ input: toInput(body) }),
});

import { lineSafeJson } from '@app/streaming';

/** Frames without id and name, as other protocols have them: objects as JSON, words such as `[DONE]` as they are. */
export const dataFrames = (items: readonly (object | string)[]): string =>
  items.map((data) => `data: ${typeof data === 'string' ? data : lineSafeJson(data)}\n\n`).join('');

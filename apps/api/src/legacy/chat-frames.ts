import { type FrameFormat, type ReadingEvent, lineSafeJson } from '@app/streaming';
import { dataFormat } from './data-format.js';
import { fitsOneFrame, splitToFit } from './small-frames.js';

/** Creates a delta with the keys that a chat's front end expects. */
export type DeltaShape = (content: string) => object;

/** The front end of the dream chat reads either key. */
export const contentAndToken: DeltaShape = (content) => ({ content, token: content });
export const contentOnly: DeltaShape = (content) => ({ content });

/** Stream format of the older chat front ends: deltas, `error` if there was no text, and `done`. */
export const chatFormat = (name: string, shape: DeltaShape): FrameFormat =>
  dataFormat(name, () => (event) => dataOf(event, shape));

function dataOf({ event, data }: ReadingEvent, shape: DeltaShape): readonly string[] {
  const delta = (content: string) => lineSafeJson(shape(content));
  switch (event) {
    case 'delta':
      return splitToFit(data.content, delta).map(delta);
    case 'error':
      return [lineSafeJson(data)];
    case 'done':
      return [doneData(data)];
    default:
      return [];
  }
}

function doneData({ status, followups }: Extract<ReadingEvent, { event: 'done' }>['data']): string {
  const data = lineSafeJson({ done: true, status, followups });
  return fitsOneFrame(data) ? data : lineSafeJson({ done: true, status });
}

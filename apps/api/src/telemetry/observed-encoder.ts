import type { FrameEncoder } from '@app/streaming';
import type { Request } from 'express';
import { contextOf } from '../http/request-context.js';

/**
 * The same encoder, telling the request's record what it encodes: for formats whose bytes no longer say what the events
 * did. Only the request that started a reading learns it so; whoever joins it has what the bytes say.
 */
export function observed(request: Request, encode: FrameEncoder): FrameEncoder {
  const { record } = contextOf(request);
  return (readingId, seq, event) => {
    record.observe([event]);
    return encode(readingId, seq, event);
  };
}

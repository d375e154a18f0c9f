export { type FrameEncoder, type FrameFormat, encodeFrame, eventFramesWithText, lineSafeJson } from './encode-frame.js';
export { eventData, readingDocument } from './event-schemas.js';
export { EVENT_MIRROR } from './event-mirror.js';
export type { FollowedReading } from './followed-reading.js';
export { withHeartbeat } from './heartbeat.js';
export type {
  CitableSource,
  EventBatch,
  ReadingDocument,
  ReadingDone,
  ReadingEvent,
  ReadingStarted,
  ReadingStatus,
  RetrievalSettled,
  SectionDone,
  SectionFailed,
  StageTiming,
} from './reading-event.js';
export { splitFrames } from './parse-frames.js';
export { ReadingHub } from './reading-hub.js';
export type { ReadingView } from './reading-view.js';
export { RedisEventMirror } from './redis-event-mirror.js';
export { assertNoCycle } from './section-order.js';
export { separateFrames } from './separate-frames.js';
export type { SectionSource } from './section-source.js';
export { SectionStreamer } from './section-streamer.js';
export { StreamingModule } from './streaming.module.js';

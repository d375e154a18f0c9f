export { decodeFrames, encodeFrame, type FrameEncoder } from './encode-frame.js';
export { EVENT_MIRROR, type EventMirror, InjectEventMirror, type MirroredReading } from './event-mirror.js';
export { bytesAfter, type FrameChunk, FrameLog } from './frame-log.js';
export { PING, withHeartbeat } from './heartbeat.js';
export type {
  CitableSource,
  EventBatch,
  ReadingDone,
  ReadingEvent,
  ReadingStarted,
  ReadingStatus,
  RetrievalSettled,
  SectionDone,
  SectionFailed,
  StageTiming,
} from './reading-event.js';
export { ReadingHub, type Resumption, type StartOptions } from './reading-hub.js';
export { type FlushedFrames, ReadingRun } from './reading-run.js';
export type { MirrorRedis } from './mirror-redis.js';
export { RedisEventMirror, type RedisEventMirrorOptions } from './redis-event-mirror.js';
export { scheduleSections } from './schedule-sections.js';
export { assertNoCycle, SectionCycleError } from './section-order.js';
export type { SectionEnd, SectionObserver, SectionSource } from './section-source.js';
export { SectionStreamer } from './section-streamer.js';
export { StreamingModule } from './streaming.module.js';

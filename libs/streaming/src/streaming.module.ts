import { Module } from '@nestjs/common';
import { ReadingHub } from './reading-hub.js';
import { SectionStreamer } from './section-streamer.js';

/** Combines sections into one live stream of events and keeps its frames for clients that reconnect. */
@Module({ providers: [SectionStreamer, ReadingHub], exports: [SectionStreamer, ReadingHub] })
export class StreamingModule {}

import { Module } from '@nestjs/common';
import { ReadingHub } from './reading-hub.js';
import { SectionStreamer } from './section-streamer.js';

/** Sections in, one live stream of events out, kept for a while for readers who come back. */
@Module({ providers: [SectionStreamer, ReadingHub], exports: [SectionStreamer, ReadingHub] })
export class StreamingModule {}

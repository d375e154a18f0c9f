import { Inject } from '@nestjs/common';
import { Caches, jsonCodec, vectorCodec } from '@app/cache';
import type { CacheConfig } from '@app/config';
import type { Passage } from '@app/rag';
import { z } from 'zod';
import { type StoredReading, storedReading } from './stored-reading.js';

export const READING_CACHE = Symbol('readings.READING_CACHE');
export const InjectReadingCache = () => Inject(READING_CACHE);

const HOUR_SECONDS = 3_600;

const passages = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    source: z.string(),
    score: z.number(),
    tags: z.array(z.string()),
  }),
);

/** A reading takes about 6 KB, so about 8 000 fit. */
export const readingLayer = (caches: Caches, { ttlSeconds, maxBytes }: CacheConfig) =>
  caches.create({
    layer: 'reading',
    codec: jsonCodec<StoredReading>(storedReading),
    ttlSeconds,
    memoryTtlSeconds: HOUR_SECONDS,
    maxBytes: maxBytes.readings,
  });

/** At most one hour, because retrieval is cheap to repeat. */
export const retrievalLayer = (caches: Caches, { ttlSeconds, maxBytes }: CacheConfig) =>
  caches.create({
    layer: 'retrieval',
    codec: jsonCodec<readonly Passage[]>(passages),
    ttlSeconds: Math.min(ttlSeconds, HOUR_SECONDS),
    memoryTtlSeconds: HOUR_SECONDS,
    maxBytes: maxBytes.retrieval,
  });

/** A vector depends only on model and text, so it has the longest TTL. */
export const vectorLayer = (caches: Caches, { ttlSeconds, maxBytes }: CacheConfig) =>
  caches.create({
    layer: 'vector',
    codec: vectorCodec,
    ttlSeconds,
    memoryTtlSeconds: 24 * HOUR_SECONDS,
    maxBytes: maxBytes.vectors,
  });

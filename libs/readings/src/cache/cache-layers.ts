import { Inject } from '@nestjs/common';
import { Caches, jsonCodec, vectorCodec } from '@app/cache';
import type { CacheConfig } from '@app/config';
import type { Passage } from '@app/rag';
import type { StoredReading } from './stored-reading.js';

export const READING_CACHE = Symbol('readings.READING_CACHE');
export const InjectReadingCache = () => Inject(READING_CACHE);

const HOUR_SECONDS = 3_600;
const MEBIBYTE = 1024 * 1024;

/** A reading takes about 6 KB, so about 8 000 fit. */
export const readingLayer = (caches: Caches, { ttlSeconds }: CacheConfig) =>
  caches.create({
    layer: 'reading',
    codec: jsonCodec<StoredReading>(),
    ttlSeconds,
    memoryTtlSeconds: HOUR_SECONDS,
    maxBytes: 48 * MEBIBYTE,
  });

/** Retrieval is fast enough that an hour suffices. */
export const retrievalLayer = (caches: Caches, { ttlSeconds }: CacheConfig) =>
  caches.create({
    layer: 'retrieval',
    codec: jsonCodec<readonly Passage[]>(),
    ttlSeconds: Math.min(ttlSeconds, HOUR_SECONDS),
    memoryTtlSeconds: HOUR_SECONDS,
    maxBytes: 16 * MEBIBYTE,
  });

/** A vector depends only on model and text, so it has the longest TTL. */
export const vectorLayer = (caches: Caches, { ttlSeconds }: CacheConfig) =>
  caches.create({
    layer: 'vector',
    codec: vectorCodec,
    ttlSeconds,
    memoryTtlSeconds: 24 * HOUR_SECONDS,
    maxBytes: 16 * MEBIBYTE,
  });

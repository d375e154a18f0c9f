import type { Facts } from '../server/reading-events.js';

/** Functions that read facts of unknown shape: missing or unexpected values become empty, and are then not drawn. */
export const isRecord = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const record = (value: unknown): Facts => (isRecord(value) ? value : {});

export const list = (value: unknown): readonly Facts[] => (Array.isArray(value) ? value.filter(isRecord) : []);

export const numbers = (value: unknown): readonly number[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'number') : [];

export const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A name without the explanation in brackets: `비견(比肩)` becomes `비견`. */
export const shortName = (name: string): string => name.replace(/\s*\(.*\)$/u, '');

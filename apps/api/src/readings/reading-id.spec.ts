import { describe, expect, it } from '@jest/globals';
import { isReadingOf, newReadingId } from './reading-id.js';

describe('newReadingId', () => {
  it('is a UUID that never comes twice', () => {
    const ids = Array.from({ length: 1_000 }, () => newReadingId('key:web'));
    expect(new Set(ids).size).toBe(1_000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('belongs to its tenant alone', () => {
    const id = newReadingId('key:web');
    expect(isReadingOf(id, 'key:web')).toBe(true);
    expect(isReadingOf(id, 'key:app')).toBe(false);
    expect(isReadingOf(id, 'open')).toBe(false);
  });

  it('is told from what is none', () => {
    for (const id of ['', 'abc', '../..', `${newReadingId('open')}0`]) expect(isReadingOf(id, 'open')).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { ReadingEvent } from '@app/streaming';
import { assertContract } from './assert-contract.js';

const delta = (data: object) => [{ event: 'delta', data } as ReadingEvent];

describe('assertContract', () => {
  it('accepts a documented event', () => {
    expect(() => assertContract(delta({ section: 's', content: 't' }))).not.toThrow();
  });

  it.each([[{ section: 's' }], [{ section: 's', content: 1 }], [{ section: 's', content: 't', token: 't' }]])(
    'refuses %j',
    (data) => {
      expect(() => assertContract(delta(data))).toThrow();
    },
  );

  it('refuses facts that do not follow the schema of their kind', () => {
    const data = { reading: 'r', kind: 'tarot', locale: 'ko', sections: [], llm: { engine: 'offline', model: 'm' } };
    const started = (facts: object) => [{ event: 'reading', data: { ...data, facts } } as unknown as ReadingEvent];
    expect(() => assertContract(started({ cards: [] }))).not.toThrow();
    expect(() => assertContract(started({ cards: [{ id: 7 }] }))).toThrow();
  });
});

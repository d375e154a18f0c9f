import { describe, expect, it } from '@jest/globals';
import { embeddingsBase } from './embeddings-address.js';

describe('embeddingsBase', () => {
  it.each([
    ['http://host:8080', 'http://host:8080/v1'],
    ['http://host:8080/', 'http://host:8080/v1'],
    ['http://host:8080/v1', 'http://host:8080/v1'],
    ['http://host:8080/v1/', 'http://host:8080/v1'],
    ['http://host:8080/v1/embeddings', 'http://host:8080/v1'],
    ['https://host/openai/v2?key=1', 'https://host/openai/v2'],
  ])('%s means %s', (address, base) => {
    expect(embeddingsBase(address)).toBe(base);
  });
});

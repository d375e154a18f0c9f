import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigurationError, readEnvironment } from './read-environment.js';
import { slices } from './slices.js';

describe('readEnvironment', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'config-'));
    writeFileSync(join(folder, 'key'), 'sk-from-file\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has a default for every variable', () => {
    const environment = readEnvironment({});
    expect(environment).toMatchObject({
      PORT: 3_000,
      HOST: '127.0.0.1',
      OPENAI_MODEL: 'gpt-5.4-mini',
      RETRIEVER_TIMEOUT_MS: 800,
    });
    expect(slices.llm(environment).upstream).toBeUndefined();
    expect(slices.rag(environment).lancedbUri).toBe('data/lancedb');
  });

  it('lists all problems at once and no values', () => {
    const read = () => readEnvironment({ PORT: '99999', REDIS_URL: 'secret-nonsense', LOG_LEVEL: 'loud' });
    expect(read).toThrow(ConfigurationError);
    try {
      read();
    } catch (error) {
      const { problems, message } = error as ConfigurationError;
      expect(problems.map((problem) => problem.split(':')[0])).toEqual(['PORT', 'REDIS_URL', 'LOG_LEVEL']);
      expect(message).not.toContain('secret-nonsense');
    }
  });

  it('reads any value from a file and reports an unreadable one', () => {
    expect(readEnvironment({ OPENAI_API_KEY_FILE: join(folder, 'key') }).OPENAI_API_KEY).toBe('sk-from-file');
    expect(() => readEnvironment({ OPENAI_API_KEY_FILE: join(folder, 'none') })).toThrow(
      'OPENAI_API_KEY_FILE: the file cannot be read',
    );
  });

  it('accepts the names of older deployments, with lower precedence', () => {
    const older = { CORS_ALLOWED_ORIGINS: 'https://a.example', API_RATE_PER_MIN: '30' };
    expect(readEnvironment(older)).toMatchObject({ CORS_ORIGINS: 'https://a.example', RATE_LIMIT_PER_MINUTE: 30 });
    expect(readEnvironment({ ...older, RATE_LIMIT_PER_MINUTE: '5' }).RATE_LIMIT_PER_MINUTE).toBe(5);
  });

  it('refuses an admin key that could be guessed', () => {
    expect(() => readEnvironment({ ADMIN_KEY: 'fifteen-letters' })).toThrow(/ADMIN_KEY: must have at least 16/);
    const token = (ADMIN_API_TOKEN: string) => slices.access(readEnvironment({ ADMIN_API_TOKEN })).adminKey;
    expect([token('short'), token('sixteen-letters!')]).toEqual([undefined, 'sixteen-letters!']);
  });

  it('treats an empty value as unset', () => {
    const environment = readEnvironment({ PORT: '', OPENAI_API_KEY: '' });
    expect([environment.PORT, environment.OPENAI_API_KEY]).toEqual([3_000, undefined]);
  });

  it('never logs content in production', () => {
    const environment = readEnvironment({ NODE_ENV: 'production', LOG_CONTENT: 'true' });
    expect(slices.observability(environment).logContent).toBe(false);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { environmentSchema, slices } from '@app/config';
import { MODEL_SHUTDOWNS, shutdownOf } from './model-shutdowns.js';

const types = readFileSync('node_modules/openai/resources/shared.d.mts', 'utf8');

/** Models by date, from the comment that the SDK generates. */
function listedByTheSdk(): Readonly<Record<string, readonly string[]>> {
  const [comment = ''] = /Deprecated values:[^]*?\*\//.exec(types) ?? [];
  const entries = comment
    .replaceAll(/\s*\n \*\s*/g, ' ')
    .split(' - "')
    .slice(1)
    .map((entry) => `"${entry}`);
  const dated = entries.flatMap((entry) => {
    const date = /shutdown date: (\d{4}-\d\d-\d\d)/.exec(entry)?.[1];
    return date === undefined
      ? []
      : [[date, [...entry.matchAll(/"([^"]+)"/g)].map(([, model]) => model as string)] as const];
  });
  return Object.fromEntries(dated);
}

describe('MODEL_SHUTDOWNS', () => {
  it('equal those that the installed SDK lists', () => {
    expect(MODEL_SHUTDOWNS).toEqual(listedByTheSdk());
  });

  it('do not include the default model, which the SDK lists', () => {
    const settings = slices.llm(environmentSchema.parse({ OPENAI_API_KEY: 'k' })).upstream;
    expect(settings && shutdownOf(settings)).toBeUndefined();
    const [, models = ''] = /export type ChatModel = ([^;]+);/.exec(types) ?? [];
    expect(models.split(' | ')).toContain(`'${settings?.model}'`);
  });
});

describe('shutdownOf', () => {
  const settings = { engine: 'openai', apiKey: 'k', baseUrl: undefined, model: 'gpt-4o-mini' } as const;

  it('returns the shutdown dates of OpenAI’s models only', () => {
    expect(shutdownOf(settings)).toBe('2027-01-14');
    expect(shutdownOf({ ...settings, baseUrl: 'https://r.openai.azure.com' })).toBe('2027-01-14');
    expect(shutdownOf({ ...settings, baseUrl: 'http://127.0.0.1:1/v1' })).toBeUndefined();
    expect(shutdownOf({ ...settings, engine: 'anthropic' })).toBeUndefined();
  });
});

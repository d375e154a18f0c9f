import { beforeAll, describe, expect, it } from '@jest/globals';
import { FolderGraphSource } from '@app/knowledge';
import { GraphStore } from '@app/rag';
import { LOCALES, isJosa, withJosa } from '@app/text';
import negations from '../../../../../test/understanding/negations.json' with { type: 'json' };
import { readLanguages } from './language.js';
import { isPresent } from './scene.js';
import { SceneReader } from './scene-reader.js';

const store = new GraphStore([new FolderGraphSource('knowledge/graph')], 'knowledge/language');
const reader = new SceneReader(readLanguages('knowledge'));
const isRead = (id: string, text: string) =>
  reader.read(text, store.linker()).symbols.some((symbol) => symbol.id === `dream:${id}` && isPresent(symbol));
/** Fills `{slot}`, and `{slot}{은/는}` with the fitting particle. */
const filled = (templates: readonly string[], slots: Readonly<Record<string, string>>): readonly string[] =>
  templates.map((template) =>
    template.replace(/\{(\w+)\}(?:\{([^{}]+)\})?/gu, (_, slot: string, josa = '') =>
      isJosa(josa) ? withJosa(slots[slot] ?? '', josa) : (slots[slot] ?? ''),
    ),
  );

beforeAll(() => store.open());

describe('what a dream denies', () => {
  it.each(LOCALES)('is never read as present (%s)', (locale) => {
    const wrong = negations.things[locale].flatMap((thing) =>
      filled(negations.denied[locale], thing).filter((text) => isRead(thing.id, text)),
    );
    expect(wrong).toEqual([]);
  });

  it.each(LOCALES)('is never read as done (%s)', (locale) => {
    const wrong = negations.acts[locale].flatMap((act) =>
      filled(negations.notDone[locale], act).filter((text) => isRead(act.id, text)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a thing near a negation that does not concern it', () => {
  it.each(LOCALES)('is read as present (%s)', (locale) => {
    const missed = negations.things[locale].flatMap((thing) =>
      filled(negations.affirmed[locale], thing).filter((text) => !isRead(thing.id, text)),
    );
    expect(missed).toEqual([]);
  });
});

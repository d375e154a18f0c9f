import type { EntityLinker } from '@app/rag';
import { composeText, foldText } from '@app/text';
import { absentWords } from './absent-words.js';
import { clausesOf } from './clauses.js';
import { dreamBegin } from './dream-begin.js';
import { introducePersons } from './introduced-persons.js';
import { readFrames } from './frames.js';
import { correctPastMarkers } from './korean-spelling.js';
import { Lexicon } from './lexicon.js';
import type { Language } from './language.js';
import type { Situations } from './situations.js';
import { findMentions, type Mention, mention, withoutIdioms } from './mentions.js';
import { mergeMentions } from './merge-mentions.js';
import { bindNames, findNames, namedMentions, surface } from './names.js';
import { markPolarity } from './polarity.js';
import { situationMentions } from './situation-mentions.js';
import type { Scene, SceneEntity, SceneSentence } from './scene.js';
import { cuesOfKind, readSentences, type Sentence, type WordFrame } from './sentence.js';

/**
 * Analyses a dream text: which entities it mentions, whether they were present, and whether they belong to the dream.
 */
export class SceneReader {
  readonly #lexicon: Lexicon;

  /** @throws PhrasePatternError when a phrase is malformed */
  constructor(languages: readonly Language[], situations: Situations = {}) {
    this.#lexicon = new Lexicon(languages, situations);
  }

  /** The running time is linear in the length of the text. */
  read(written: string, linker: EntityLinker): Scene {
    // A line break ends a sentence, but folding would replace it with a space.
    const source = composeText(written).replaceAll('\n', '.');
    const folded = foldText(source);
    const text = correctPastMarkers(folded.text);
    const sentences = readSentences(text, this.#lexicon);
    const linked = findMentions(linker.link(text), sentences, this.#lexicon);
    const original = (start: number, end: number) => folded.original(start, end);
    const names = findNames(linked, this.#lexicon, original);
    const bearers = bindNames(linked, original);
    const frames = readFrames(sentences, this.#lexicon);
    let earlier: readonly Mention[] = [];
    let hasBegun = false;
    const mentions = sentences.flatMap((sentence) => {
      const literal = withoutIdioms(linked.get(sentence) ?? [], sentence).filter(
        (found) => !names.has(surface(found, sentence)),
      );
      const named = namedMentions(sentence, bearers).filter(
        ({ start }) => !literal.some((each) => each.start === start),
      );
      const [start] = cuesOfKind(sentence, 'frame').filter(({ value }) => value.frame === 'dreamt');
      const begin = hasBegun ? 0 : dreamBegin(sentence, start);
      const words = frames.get(sentence) ?? [];
      const read = this.#readSentence(sentence, [...literal, ...named], words, earlier, linker, begin);
      hasBegun ||= start !== undefined;
      earlier = read;
      return read;
    });
    const isReported = sentences.some((sentence) => cuesOfKind(sentence, 'reported').length > 0);
    const merged = mergeMentions(mentions, sentences.length, this.#lexicon, (start, end) => folded.range(start, end));
    return {
      ...byKind(merged, isReported),
      sentences: sentences.map((sentence) => sceneSentence(sentence, frames.get(sentence) ?? [], original)),
      isReported,
      absent: absentWords(mentions, merged, (start, end) => folded.range(start, end)),
    };
  }

  #readSentence(
    sentence: Sentence,
    literal: readonly Mention[],
    frames: readonly WordFrame[],
    earlier: readonly Mention[],
    linker: EntityLinker,
    begin: number,
  ): readonly Mention[] {
    const mentions = [...literal, ...impliedMentions(sentence, linker)].toSorted((a, b) => a.start - b.start);
    for (const found of mentions) if (frames[found.first] === 'waking') found.frame = 'waking';
    markPolarity(sentence, mentions, this.#lexicon, earlier);
    return [
      ...mentions,
      ...introducePersons(sentence, mentions, linker, begin),
      ...situationMentions(sentence, frames, this.#lexicon),
    ];
  }
}

const sceneSentence = (
  sentence: Sentence,
  frames: readonly WordFrame[],
  original: (start: number, end: number) => string,
): SceneSentence => ({
  words: sentence.words.map(({ text }) => text),
  hasDenial: cuesOfKind(sentence, 'denial').length > 0,
  isQuestion: sentence.isQuestion,
  frame: frames.filter((frame) => frame === 'dreamt').length * 2 > frames.length ? 'dreamt' : 'waking',
  clauses: clausesOf(sentence.words, original),
});

/** Mentions of the entities that idioms and expressions of feeling in a sentence stand for. */
function impliedMentions(sentence: Sentence, linker: EntityLinker): readonly Mention[] {
  const implied = [...cuesOfKind(sentence, 'idiom'), ...cuesOfKind(sentence, 'feeling')].flatMap(
    ({ value, words, first, end }) => {
      const ids = value.kind === 'idiom' ? [...value.symbols, ...value.emotions] : [value.emotion];
      const start = (words[0] ?? sentence.words[first])?.start ?? 0;
      const stop = (words.at(-1) ?? sentence.words[end - 1])?.end ?? start;
      return ids.flatMap((id) => {
        const entity = linker.named(id);
        return entity ? [mention(entity, { start, end: stop }, sentence)] : [];
      });
    },
  );
  return implied;
}

function byKind(
  entities: readonly SceneEntity[],
  isReported: boolean,
): Pick<Scene, 'symbols' | 'emotions' | 'themes' | 'situations'> {
  const of = (prefix: string) => entities.filter(({ id }) => id.startsWith(prefix));
  const feelings = new Set(of('emotion:').map(({ id }) => id.replace('emotion:', 'dream:')));
  return {
    // `dream:fear` is left out when it only refers to the feeling `emotion:fear`.
    symbols: of('dream:').filter(({ id }) => !feelings.has(id)),
    emotions: isReported ? [] : of('emotion:'),
    themes: of('theme:'),
    situations: ['action:', 'state:', 'circumstance:'].flatMap(of),
  };
}

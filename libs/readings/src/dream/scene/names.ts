import { isHangul } from '@app/text';
import type { Lexicon } from './lexicon.js';
import type { Mention } from './mentions.js';
import { cuesOfKind, type Sentence } from './sentence.js';

/**
 * A Korean given name that ends in a consonant takes 이 before its particle, unlike any other noun: 하늘이는, 별이가.
 */
const FAMILIAR_ENDINGS = ['이가', '이는', '이를', '이한테', '이에게', '이도'];

/** Above this share of capitalised words, a capital does not indicate a name. */
const MAX_CAPITALISED = 0.4;

/**
 * The words of a text that are used as names: a dog called 보리, my brother Cliff, Jade. In folded form, without
 * particles.
 */
export function findNames(
  mentions: ReadonlyMap<Sentence, readonly Mention[]>,
  lexicon: Lexicon,
  original: (start: number, end: number) => string,
): ReadonlySet<string> {
  const names = new Set<string>();
  const written = new Set([...mentions.keys()].flatMap(({ words }) => words.map(({ text }) => text)));
  const isShouting = hasManyCapitals([...mentions.keys()], original);
  for (const [sentence, found] of mentions) {
    const named = new Set(cuesOfKind(sentence, 'name').flatMap(({ words }) => words));
    for (const mention of found) {
      const words = sentence.words.slice(mention.first, mention.last);
      // In "my dog running", "running" is not the name of the dog.
      const isNamed =
        mention.entity.category !== 'action' && words.length === 1 && words.every((word) => named.has(word));
      const isFamiliar = FAMILIAR_ENDINGS.some((ending) => written.has(surface(mention, sentence) + ending));
      if (isNamed || isFamiliar || (!isShouting && isCapitalName(mention, sentence, lexicon, original)))
        names.add(surface(mention, sentence));
    }
  }
  return names;
}

/** The folded text of a mention. */
export function surface({ first, start, end }: Mention, { words }: Sentence): string {
  const word = words[first];
  return word ? word.text.slice(start - word.start, end - word.start) : '';
}

/** Whether a mention is a single capitalised English word inside a sentence, but not a title such as Death or Mum. */
function isCapitalName(
  { start, end, first, last }: Mention,
  { words }: Sentence,
  lexicon: Lexicon,
  original: (start: number, end: number) => string,
): boolean {
  const word = words[first];
  if (!word || last - first !== 1 || isHangul(word.text[0]) || word.start !== start) return false;
  const next = words[first + 1];
  const isApposed = next?.afterPause === true && lexicon.isA('poss', next.text);
  if (first === 0 && !isApposed && !lexicon.isA('name-verb', next?.text)) return false;
  if (lexicon.isA('article', words[first - 1]?.text)) return false;
  return /^\p{Lu}\p{Ll}+$/u.test(original(start, end)) && !lexicon.isA('capitalised', word.text.slice(0, end - start));
}

function hasManyCapitals(sentences: readonly Sentence[], original: (start: number, end: number) => string): boolean {
  const inside = sentences.flatMap(({ words }) => words.slice(1));
  const capitals = inside.filter(({ start }) => /^\p{Lu}$/u.test(original(start, start + 1)));
  return inside.length > 8 && capitals.length / inside.length > MAX_CAPITALISED;
}

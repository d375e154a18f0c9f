import { isHangul } from '@app/text';
import type { NamedEntity } from '@app/rag';
import type { Lexicon } from './lexicon.js';
import { mention, type Mention } from './mentions.js';
import { cuesOfKind, type Sentence } from './sentence.js';

/**
 * A Korean given name that ends in a consonant takes 이 before its particle, unlike any other noun: 하늘이는, 별이가.
 */
const FAMILIAR_ENDINGS = ['이가', '이는', '이를', '이한테', '이에게', '이도', '이야', '이네', '이의', '이만', '이하고'];

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
    const named = new Set(nameCues(sentence).flatMap(({ words }) => words));
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

/** The persons and pets that the text introduces by name: 초코라는 푸들, "my friend Rose". By folded name. */
export function bindNames(
  mentions: ReadonlyMap<Sentence, readonly Mention[]>,
  original: (start: number, end: number) => string,
): ReadonlyMap<string, NamedEntity> {
  const bound = new Map<string, NamedEntity>();
  for (const [sentence, found] of mentions) {
    for (const { words, first, end } of nameCues(sentence)) {
      const [word] = words;
      const bearer = found.find((each) => isBearer(each) && each.first >= first - 1 && each.last <= end + 1);
      const isBearerWord = word && bearer && bearer.start < word.end && word.start < bearer.end;
      if (!word || !bearer || isBearerWord) continue;
      const isStated = sentence.words.slice(first, end).some(({ text }) => NAMING.test(text));
      if (isHangul(word.text[0])) bound.set(koreanName(word.text), bearer.entity);
      else if (isStated || /^\p{Lu}/u.test(original(word.start, word.end))) bound.set(word.text, bearer.entity);
    }
  }
  for (const name of bound.keys()) if (name.length < 2) bound.delete(name);
  return bound;
}

/** The mentions of a sentence that consist of a bound name. */
export function namedMentions(sentence: Sentence, names: ReadonlyMap<string, NamedEntity>): readonly Mention[] {
  if (names.size === 0) return [];
  return sentence.words.flatMap((word) => {
    const entity = names.get(isHangul(word.text[0]) ? koreanName(word.text) : word.text.replace(/'s$/, ''));
    return entity ? [mention(entity, word, sentence)] : [];
  });
}

const NAMING = /^(called|named|name|name's)$|라[는고]$|^(이름|별명)/;

/** The phrases of a sentence that contain a name, without 키우던 고양이 꼬리가 and 우리 강아지 나를. */
const nameCues = (sentence: Sentence) =>
  cuesOfKind(sentence, 'name').filter(
    ({ words, first, end }) =>
      sentence.words.slice(first, end).some(({ text }) => NAMING.test(text)) ||
      !words.some(({ text }) => NAMELESS.test(text)),
  );

/** Words that follow 우리 강아지 without being its name: parts, belongings, persons and adverbs. */
const NAMELESS =
  /^(?:.[가를도]|(?:나|저|너)(?:한테|랑|는)|(?:꼬리|다리|머리|허리|이마|어깨|얼굴|눈물|이빨|발톱|수염|새끼|사료|목줄|목소리|소리|냄새|자리|상태|나이|이야기|얘기|생각|모습|사진|간식|무덤|주인|엄마|아빠|누나|언니|오빠|친구|의사|혼자|하나|마리|모두|여러|누구|걔네?|얘네?)(?:가|는|를|랑|한테|도)|같이|많이|.*마리[가는를도])$/;

const isBearer = ({ entity: { category } }: Mention): boolean => category === 'character' || category === 'animal';

/** A Korean name without what follows it: 초코라는, 초코가, 별이는. */
const koreanName = (word: string): string =>
  word
    .replace(/(?<=..)(이?라는|이?라고|인데요?|이?예요|이에요|입니다)$/, '')
    .replace(/(?<=..)이?(가|는|를|랑|한테|에게|도|야|의|만|아|은|을|와|과)$/, '');

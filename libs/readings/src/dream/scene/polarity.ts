import { isHangul, type Word } from '@app/text';
import type { CueOf, Lexicon } from './lexicon.js';
import type { Mention } from './mentions.js';
import { cuesOfKind, type Sentence } from './sentence.js';

/** Words between "no" and the thing it denies: "no huge black", "wasn't really a". */
const MAX_REACH = 4;

/** Marks what a sentence says was not there, or compares with. Linear: every cue looks at a bounded number of words. */
export function markPolarity(sentence: Sentence, mentions: readonly Mention[], lexicon: Lexicon): void {
  if (mentions.length === 0) return;
  const walk = new Walk(sentence, mentions, lexicon);
  for (const { value, first, end } of cuesOfKind(sentence, 'comparison'))
    for (const mention of walk.thing(value.side, first, end)) mention.frame = 'figurative';
  for (const cue of cuesOfKind(sentence, 'denial')) for (const mention of walk.denied(cue)) deny(mention, cue);
}

function deny(mention: Mention, { value }: CueOf<'denial'>): void {
  if (mention.polarity === 'denied') return;
  mention.polarity = value.polarity;
  mention.isIdentityDenied = value.denies === 'identity' && value.polarity === 'denied';
}

class Walk {
  readonly #startingAt = new Map<number, Mention[]>();
  readonly #covering = new Map<number, Mention[]>();

  constructor(
    { words }: Sentence,
    mentions: readonly Mention[],
    private readonly lexicon: Lexicon,
  ) {
    this.words = words;
    for (const mention of mentions) {
      append(this.#startingAt, mention.first, mention);
      for (let at = mention.first; at < mention.last; at++) append(this.#covering, at, mention);
    }
  }

  private readonly words: readonly Word[];

  denied({ value, first, end }: CueOf<'denial'>): readonly Mention[] {
    if (value.denies !== 'action') return this.thing(value.side, first, end);
    return value.side === 'after' ? this.#actionAfter(first, end) : this.#actionBefore(first);
  }

  thing(side: 'before' | 'after', first: number, end: number): readonly Mention[] {
    return side === 'after' ? this.#thingAfter(end) : this.#thingBefore(first);
  }

  /** The next noun phrase and those joined to it by "or": "no wolf or bear in the house" leaves the house alone. */
  #thingAfter(from: number): readonly Mention[] {
    const found: Mention[] = [];
    let budget = MAX_REACH;
    for (let at = from; at < this.words.length && budget > 0; budget--) {
      const word = this.words[at];
      if (!word || (word.afterPause && at > from)) break;
      const mentions = this.#startingAt.get(at);
      if (mentions) {
        found.push(...mentions);
        at = Math.max(...mentions.map(({ last }) => last));
        if (!this.lexicon.isA('or', this.words[at]?.text)) break;
        budget = MAX_REACH;
      } else if (this.lexicon.isA('stop', word.text)) break;
      at++;
    }
    return found;
  }

  /** The verb or feeling itself: "didn't really kiss", 안 무서웠어요. Its object stays: a door that did not open is there. */
  #actionAfter(first: number, from: number): readonly Mention[] {
    for (let at = from; at < Math.min(this.words.length, from + MAX_REACH); at++) {
      const mentions = (this.#startingAt.get(at) ?? []).filter(
        (mention) => mention.first >= from || mention.first > first,
      );
      if (mentions.length > 0) return [...mentions, ...this.#alsoDenied(Math.max(...mentions.map(({ last }) => last)))];
      if (!this.lexicon.isA('adverb', this.words[at]?.text)) return [];
    }
    return [];
  }

  #alsoDenied(from: number): readonly Mention[] {
    return this.lexicon.isA('or', this.words[from]?.text) ? this.#actionAfter(from, from + 1) : [];
  }

  /** 울지도 웃지도 않았다: the verbs before in -지, and those before them. */
  #actionBefore(before: number): readonly Mention[] {
    const found: Mention[] = [];
    for (let at = before - 1; at >= 0 && BEFORE_AUXILIARY.test(this.words[at]?.text ?? ''); at--)
      found.push(...(this.#covering.get(at) ?? []));
    return found;
  }

  /** 뱀이나 용은 하나도 없었다: the noun phrase before, past adverbs and counters, and those joined to it. */
  #thingBefore(before: number): readonly Mention[] {
    const own = this.#attached(before);
    if (own.length > 0) return own;
    let at = before - 1;
    for (let skipped = 0; skipped < MAX_REACH && this.lexicon.isA('skip', this.words[at]?.text); skipped++) at--;
    const found = [...(this.#covering.get(at) ?? [])];
    if (found.length === 0) return this.#describedBy(at);
    for (at = Math.min(...found.map(({ first }) => first)) - 1; JOINED.test(this.words[at]?.text ?? ''); at--) {
      const joined = this.#covering.get(at);
      if (!joined) break;
      found.push(...joined);
    }
    return found.filter((mention) => !LOCATIVE.test(this.words[mention.last - 1]?.text ?? ''));
  }

  /** 뱀인줄: the noun is written together with what denies it. */
  #attached(at: number): readonly Mention[] {
    const word = this.words[at];
    return word && isHangul(word.text[0])
      ? (this.#covering.get(at) ?? []).filter(({ start }) => start === word.start)
      : [];
  }

  /** 싸우는 사람이 없다, 회사 로비가 아니다: the verb or noun that describes what is denied. */
  #describedBy(noun: number): readonly Mention[] {
    if (LOCATIVE.test(this.words[noun]?.text ?? '')) return [];
    const before = this.words[noun - 1];
    const covering = this.#covering.get(noun - 1) ?? [];
    if (!before || ADNOMINAL.test(before.text)) return covering;
    return covering.filter(({ end }) => end === before.end);
  }
}

const BEFORE_AUXILIARY = /(지|지도|지는|지를|지가|진|질|거나)$/;
const JOINED = /(이나|나|이랑|랑|와|과|하고|도)$/;
const LOCATIVE = /(에|에서|에게|한테|으로|안에|밖에|속에)$/;
const ADNOMINAL = /[는던]$/;

function append<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}

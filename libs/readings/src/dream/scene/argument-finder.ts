import { isHangul, type Word } from '@app/text';
import type { Lexicon } from './lexicon.js';
import { isListed, isMeasured } from './item-list.js';
import type { Mention } from './mentions.js';

/** Maximum number of words between a phrase and the thing it refers to: "no huge black", "wasn't really a". */
const MAX_REACH = 5;

/** Finds the mentions that a phrase in a sentence refers to, by the grammar of the surrounding words. */
export class ArgumentFinder {
  readonly #startingAt = new Map<number, Mention[]>();
  readonly #covering = new Map<number, Mention[]>();

  constructor(
    private readonly words: readonly Word[],
    private readonly mentions: readonly Mention[],
    private readonly lexicon: Lexicon,
    private readonly earlier: readonly Mention[],
  ) {
    for (const mention of mentions) {
      append(this.#startingAt, mention.first, mention);
      for (let at = mention.first; at < mention.last; at++) append(this.#covering, at, mention);
    }
  }

  startingAt(word: number): readonly Mention[] {
    return this.#startingAt.get(word) ?? [];
  }

  /** What a comparison refers to: 강물처럼, 강물 같은. */
  comparedBefore(before: number): readonly Mention[] {
    return this.thingBefore(before).filter((mention) => !isAct(mention));
  }

  thingsBetween(first: number, end: number): readonly Mention[] {
    return this.mentions.filter((mention) => mention.first >= first && mention.last <= end && !isAct(mention));
  }

  /** Everything up to the end of the clause: what happens "in the film". */
  restOfClause(from: number): readonly Mention[] {
    const end = this.words.findIndex(
      ({ text, afterPause }, at) =>
        at > from &&
        (afterPause || this.lexicon.isA('clause-start', text) || CLAUSE_END.test(this.words[at - 1]?.text ?? '')),
    );
    return this.mentions.filter(({ first }) => first >= from && (end === -1 || first < end));
  }

  /** The next noun phrase and those joined to it by "or"; in "no wolf or bear in the house", not the house. */
  thingAfter(from: number): readonly Mention[] {
    const found: Mention[] = [];
    let budget = MAX_REACH;
    for (let at = from; at < this.words.length && budget > 0; budget--) {
      const word = this.words[at];
      if (!word || (word.afterPause && at > from && !isListed(this.words, at, this.lexicon))) break;
      const mentions = this.#startingAt.get(at);
      if (mentions) {
        const end = Math.max(...mentions.map(({ last }) => last));
        // "The Mother" is an archetype; the mother inside it is denied too.
        for (let inside = at; inside < end; inside++) found.push(...(this.#startingAt.get(inside) ?? []));
        at = end;
        if (!this.lexicon.isA('or', this.words[at]?.text) && !isListed(this.words, at, this.lexicon)) break;
        budget = MAX_REACH;
      } else if (this.lexicon.isA('stop', word.text) && !isMeasured(this.words, at, this.lexicon)) break;
      at++;
    }
    return found;
  }

  /**
   * The verb or feeling that is negated: "didn't really kiss", 안 무서웠어요. Excludes its object: a door that did not
   * open is present.
   */
  actionAfter(first: number, from: number): readonly Mention[] {
    if (from >= this.words.length || this.words[from]?.afterPause) return this.#unsaid(first);
    for (let at = from; at < Math.min(this.words.length, from + MAX_REACH); at++) {
      const mentions = (this.#startingAt.get(at) ?? []).filter((mention) => isAct(mention) && mention.first > first);
      if (mentions.length > 0) return [...mentions, ...this.#alsoDenied(Math.max(...mentions.map(({ last }) => last)))];
      if (!this.lexicon.isA('adverb', this.words[at]?.text)) break;
    }
    return isHangul(this.words[first]?.text[0]) ? this.#actBefore(first) : [];
  }

  /**
   * What an elliptical denial refers to: "Everybody else could fly, I couldn't", "he said there was a ghost but there
   * wasn't".
   */
  #unsaid(first: number): readonly Mention[] {
    if (this.lexicon.isA('there', this.words[first - 1]?.text)) return this.antecedent(first);
    if (!this.words.slice(0, first).some(({ text }) => this.lexicon.isA('irrealis', text))) return [];
    return this.lastAct(first);
  }

  /** The act that a denial at the end of a clause refers to: "everyone could fly except me". */
  lastAct(before: number): readonly Mention[] {
    const last = this.mentions.findLast((mention) => mention.last <= before && isAct(mention));
    return last ? (this.#startingAt.get(last.first) ?? []).filter(isAct) : [];
  }

  /** The noun of an action before a light verb: 시험은 안 보고, 결혼을 못 하고. */
  #actBefore(first: number): readonly Mention[] {
    if (!LIGHT_VERB.test(this.words[first + 1]?.text ?? '')) return [];
    return (this.#covering.get(first - 1) ?? []).filter((mention) => mention.last === first && isAct(mention));
  }

  #alsoDenied(from: number): readonly Mention[] {
    return this.lexicon.isA('or', this.words[from]?.text) ? this.actionAfter(from, from + 1) : [];
  }

  /** The verb itself (떨어질까 봐, 울기 전에, 뛰려다), and the preceding ones with -지: 울지도 웃지도 않았다. */
  actionBefore(before: number): readonly Mention[] {
    const found = UNREAL.test(this.words[before]?.text ?? '')
      ? [...(this.#covering.get(before) ?? [])].filter(isAct)
      : [];
    for (let at = before - 1; at >= 0 && BEFORE_AUXILIARY.test(this.words[at]?.text ?? ''); at--)
      found.push(...(this.#covering.get(at) ?? []).filter((mention) => this.#isConjugated(mention)));
    return found;
  }

  /** Whether a Korean verb ending follows the name: 다치 + 지, but not 강아지. */
  #isConjugated({ name, last, end }: Mention): boolean {
    const word = this.words[last - 1];
    return name === '' || (word !== undefined && /[지질진]|거나/.test(word.text.slice(end - word.start)));
  }

  /** The preceding verb and the being that acts, otherwise the subject: 이웃이 올라온 줄, 도둑이 든 줄, 불이 난 게. */
  clauseBefore(before: number): readonly Mention[] {
    const verb = this.#covering.get(before - 1) ?? [];
    if (verb.length === 0) return this.#subjectBefore(before - 1);
    const beings = this.#subjectBefore(before - 1).filter(({ entity }) => BEING.test(entity.category ?? ''));
    return [...verb, ...beings];
  }

  /** The place or destination that stands directly before the verb: 바다에 안 가고. */
  placeBefore(before: number): readonly Mention[] {
    const at = this.#skipFillers(before - 1);
    return LOCATIVE.test(this.words[at]?.text ?? '') ? (this.#covering.get(at) ?? []) : [];
  }

  /** The preceding noun phrase and those joined to it: "the spider turned out …", 뱀이나 용은 하나도 없었다. */
  thingBefore(before: number): readonly Mention[] {
    const own = this.#attached(before);
    if (own.length > 0) return own;
    if (this.lexicon.isA('pronoun', this.words[before - 1]?.text)) return this.antecedent(before - 1);
    const subject = this.#subjectBefore(before);
    return subject.length > 0 || isHangul(this.words[before]?.text[0]) ? subject : this.#firstInClause(before);
  }

  /** The first noun of the clause: "The dog that bit me as a boy wasn't there." */
  #firstInClause(before: number): readonly Mention[] {
    const start = this.words.findLastIndex(
      ({ text, afterPause }, at) => at < before && (afterPause || this.lexicon.isA('clause-start', text)),
    );
    const first = this.mentions.find((mention) => mention.first >= start && mention.last <= before && !isAct(mention));
    return first ? [first] : [];
  }

  /**
   * The thing that "one", "none" or "it" refers to: the nearest preceding thing that is not a place, otherwise the
   * nearest.
   */
  antecedent(before: number): readonly Mention[] {
    const own = this.mentions.filter((mention) => mention.last <= before && !isAct(mention));
    const candidates = own.length > 0 ? own : this.earlier.filter((mention) => !isAct(mention));
    const last = candidates.findLast(({ entity }) => entity.category !== 'place') ?? candidates.at(-1);
    return last ? [last] : [];
  }

  #subjectBefore(before: number): readonly Mention[] {
    const at = this.#skipFillers(before - 1);
    const found = [...(this.#covering.get(at) ?? [])];
    const start = found.length > 0 ? Math.min(...found.map(({ first }) => first)) : at;
    for (let joined = start - 1; this.#isJoined(joined); joined--) found.push(...(this.#covering.get(joined) ?? []));
    if (found.length === 0) return this.#describedBy(at);
    return found.filter((mention) => this.#isArgument(mention));
  }

  /** Whether a noun is joined to the next one: 뱀이나 곰, 뱀, 곰. */
  #isJoined(at: number): boolean {
    const word = this.words[at];
    const [thing] = (this.#covering.get(at) ?? []).filter((mention) => !isAct(mention));
    if (!word || !thing || !isHangul(word.text[0])) return false;
    return JOINED.test(word.text) || (thing.end === word.end && this.words[at + 1]?.afterPause === true);
  }

  /** Skips adverbs and counters between a noun and its predicate: 피 한 방울 안 나고, 뱀은 하나도 없었다. */
  #skipFillers(from: number): number {
    let at = from;
    for (let skipped = 0; skipped < MAX_REACH && at >= 0; skipped++) {
      const text = this.words[at]?.text ?? '';
      if (this.lexicon.isA('numeral', this.words[at - 1]?.text) && isHangul(text[0])) at -= 2;
      else if (this.#covering.has(at)) break;
      else if (this.lexicon.isA('skip', text) || this.lexicon.isA('adverb', text) || COUNTED.test(text)) at--;
      else break;
    }
    return at;
  }

  /** The noun that is written as one word with the phrase that denies it, as in 뱀인줄. */
  #attached(at: number): readonly Mention[] {
    const word = this.words[at];
    return word && isHangul(word.text[0])
      ? (this.#covering.get(at) ?? []).filter((mention) => mention.start === word.start && !isAct(mention))
      : [];
  }

  /** The verb or noun that modifies the denied noun: 싸우는 사람이 없다, 회사 로비가 아니다. */
  #describedBy(noun: number): readonly Mention[] {
    const text = this.words[noun]?.text;
    if (!text || !isHangul(text[0]) || LOCATIVE.test(text) || POSITION.test(text)) return [];
    const before = this.words[noun - 1];
    const covering = this.#covering.get(noun - 1) ?? [];
    if (before && EXISTS.test(before.text)) return this.#subjectBefore(noun - 1);
    if (!before || ADNOMINAL.test(before.text)) return covering.filter(({ entity }) => entity.category === 'action');
    // In 활활 타는데 연기는 없고, the action before has its own clause.
    if (CLAUSE_END.test(before.text) && covering.every(({ entity }) => entity.category === undefined)) return [];
    return covering.filter(({ end }) => end === before.end);
  }

  /** Whether a noun is what the predicate refers to; in 방에 뱀은 없다, the room is not. */
  #isArgument({ last, end }: Mention): boolean {
    const word = this.words[last - 1];
    if (!word || !isHangul(word.text[0])) return true;
    return !LOCATIVE.test(word.text) && !word.text.slice(end - word.start).startsWith('의');
  }
}

const isAct = ({ entity: { id, category } }: Mention): boolean =>
  !id.startsWith('dream:') || category === 'action' || category === 'emotion';

const BEING = /^(animal|character)$/;
const LIGHT_VERB = /^(하|했|해|한|할|보|봤|본|볼|치|쳤|되|됐|당하|당했)/;
/** Endings of verbs that state that the act did not happen, or not yet. */
const UNREAL =
  /(까(봐|봐서)?|려고|려고만|려다가?|려는데|려는|려던|기|기는커녕|기커녕|긴커녕|기는|기보다[는도]?|기보단|지|지말.*|지마.*)$/;
const CLAUSE_END = /(는데|은데|고|서|며|지만|니까|더니|다가)$/;
const BEFORE_AUXILIARY = /(지|지도|지는|지를|지가|진|질|거나)$/;
const JOINED = /(이나|나|이랑|랑|와|과|하고|도|이며|며)$/;
const LOCATIVE = /(에|에서|에게|한테|으로|안에|밖에|속에|에는|에서는|에도)$/;
const ADNOMINAL = /[는던은운]$/;
/** Verbs whose subject is what a denied noun is about: 뱀이 나오는 꿈은 아니었다. */
const EXISTS = /^(나오|나온|있|있던|보이|등장하|있는)(는|던)?$/;
const POSITION = /^(속|안|위|밑|앞|뒤|옆|곁|가운데)/;
const COUNTED = /^(단)?한?(마리|방울|명|사람|개|대|채|군데|톨|푼|점|송이|그루|척|장|모금|줄|올|조각|번)(도|조차|만)?$/;

function append<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}

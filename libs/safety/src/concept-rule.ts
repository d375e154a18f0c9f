import type { Locale } from '@app/text';
import type { Span } from './concept-spans.js';
import type { ConceptSentence } from './concept-text.js';

/** How far after the previous concept the next one may begin, in characters; `any` allows both orders. */
type Link = 'next' | 'near' | 'after' | 'any';

interface Item {
  readonly names: readonly string[];
  readonly polarity: 'affirmed' | 'negated' | 'either';
  /** Relation to the item before. */
  readonly link: Link;
}

export interface ConceptRule {
  readonly items: readonly Item[];
  /** Concepts of which one must occur anywhere in the text; any or none when empty. */
  readonly elsewhere: readonly string[];
  /** The rule does not match a sentence that contains one of these concepts. */
  readonly unless: readonly string[];
  /** The rule does not match a text that mentions one of these concepts. */
  readonly without: readonly string[];
}

const LINKS: Readonly<Record<string, Link>> = { '+': 'next', '>': 'near', '>>': 'after', '&': 'any' };
const MAX_GAP: Readonly<Record<Link, Readonly<Record<Locale, number>>>> = {
  next: { ko: 5, en: 2 },
  near: { ko: 20, en: 32 },
  after: { ko: 240, en: 240 },
  any: { ko: 240, en: 240 },
};

/**
 * Parses a rule such as `urge > harm > other unless game`: names of concepts (`a|b` for alternatives, `!a` negated, `?a`
 * negated or not) joined by `+` (adjacent), `>` (soon after), `>>` (later in the sentence) or `&` (anywhere in it); after `&&`, concepts
 * of which one must occur in any sentence; after `unless`, concepts that exclude the sentence, and after `without`, the text.
 * @throws Error when the rule is malformed
 */
export function parseRule(text: string): ConceptRule {
  const [clauses = '', without = '', ...further] = text.split(' without ');
  const [body = '', unless = '', ...rest] = clauses.split(' unless ');
  if (rest.length + further.length > 0) throw new Error(`concept rule has two exceptions: ${text}`);
  const [chain = '', elsewhere = ''] = body.split(' && ');
  const words = chain.split(' ');
  const items = words.flatMap((word, at) => (at % 2 === 0 ? [itemOf(word, at === 0 ? '>>' : words[at - 1])] : []));
  if (words.length % 2 === 0 || items.some(({ link, names }) => !link || names.includes('')))
    throw new Error(`concept rule cannot be read: ${text}`);
  return { items, elsewhere: namesOf(elsewhere), unless: namesOf(unless), without: namesOf(without) };
}

const namesOf = (list: string): readonly string[] => (list === '' ? [] : list.split('|'));

function itemOf(word: string, link = ''): Item {
  const polarity = word.startsWith('!') ? 'negated' : word.startsWith('?') ? 'either' : 'affirmed';
  return { names: word.replace(/^[!?]/, '').split('|'), polarity, link: LINKS[link]! };
}

/** Whether the concepts of a sentence satisfy a rule. `counts` decides which spans may be used. */
export function satisfies(
  rule: ConceptRule,
  sentence: Pick<ConceptSentence, 'of' | 'isNegated' | 'locale'>,
  counts: (span: Span) => boolean,
): boolean {
  const found: (readonly Span[])[] = [];
  for (const { names, polarity } of rule.items) {
    const spans = names
      .flatMap((name) => sentence.of(name))
      .filter(
        (span) => counts(span) && (polarity === 'either' || sentence.isNegated(span) === (polarity === 'negated')),
      );
    if (spans.length === 0) return false;
    found.push(spans);
  }
  return chains(rule.items, found, sentence.locale) && !rule.unless.some((name) => sentence.of(name).length > 0);
}

/** Whether one span of each item can be chosen so that all links hold. At most `items × spans²` steps. */
function chains(items: readonly Item[], found: readonly (readonly Span[])[], locale: Locale): boolean {
  let ends: readonly Span[] = found[0] ?? [];
  for (const [at, { link }] of items.entries()) {
    if (at === 0) continue;
    ends = (found[at] ?? []).filter((span) =>
      ends.some((before) => (link === 'any' ? isApart(before, span) : follows(before, span, MAX_GAP[link][locale]))),
    );
    if (ends.length === 0) return false;
  }
  return true;
}

const follows = (before: Span, span: Span, maxGap: number): boolean =>
  span.start >= before.end && span.start - before.end <= maxGap;

const isApart = (one: Span, other: Span): boolean => other.start >= one.end || one.start >= other.end;

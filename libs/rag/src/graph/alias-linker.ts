import type { EntityLinker, LinkedEntity, NamedEntity, RelatedEntity } from '../entity-linker.js';
import { AhoCorasick } from './aho-corasick.js';
import { fitsTail } from './fits-tail.js';
import { foldText, type Locale, startsWord, wordRest } from '@app/text';
import type { GraphEdge, GraphNode } from '@app/knowledge';
import { byKind, prefixOf } from './kind-order.js';
import { type NodeName, namesOf, thingNames } from './node-names.js';
import { type Surroundings, type WordSense, type WordSenses, REACH, meansNode } from './word-sense.js';

interface Named extends NodeName {
  readonly node: GraphNode;
  readonly sense: WordSense | undefined;
}

type SensesByLocale = Readonly<Record<Locale, WordSenses>>;

const NO_SENSES: SensesByLocale = { ko: new Map(), en: new Map() };

/** A range of the text and the node it mentions. */
interface Mention {
  readonly start: number;
  readonly end: number;
  /** Range used to compare overlapping mentions: without a leading "the", with the endings of a verb. */
  readonly from: number;
  readonly to: number;
  readonly node: GraphNode;
  readonly name: string;
}

/** Finds mentions with one automaton over all forms of all node names. Immutable: a changed graph gets a new linker. */
export class AliasLinker implements EntityLinker {
  private readonly names: readonly (readonly Named[])[];
  private readonly automaton: AhoCorasick;
  private readonly nodes: ReadonlyMap<string, GraphNode>;
  private readonly related: ReadonlyMap<string, readonly RelatedEntity[]>;

  constructor(nodes: readonly GraphNode[], senses: SensesByLocale = NO_SENSES, edges: readonly GraphEdge[] = []) {
    this.nodes = new Map(nodes.map((node) => [node.id, node]));
    this.related = relatedById(edges);
    const things = thingNames(nodes);
    const named = nodes.flatMap((node) =>
      namesOf(node, things).map((name): Named => ({ ...name, node, sense: senseOf(name, senses) })),
    );
    const byText = Map.groupBy(named, ({ text }) => text.normalize('NFC'));
    byText.delete('');
    this.names = [...byText.values()];
    this.automaton = new AhoCorasick([...byText.keys()]);
  }

  named(id: string): NamedEntity | undefined {
    const node = this.nodes.get(id);
    return node && { ...nameOf(node), related: this.related.get(id) ?? [] };
  }

  link(text: string): readonly LinkedEntity[] {
    const folded = foldText(text);
    const byNode = Map.groupBy(this.mentions(folded.text), ({ node }) => node);
    return [...byNode].map(([node, mentions]) => {
      const spans = mentions.map(({ start, end, name }) => ({ ...folded.range(start, end), name }));
      const [first = { start: 0, end: 0 }] = mentions;
      return { ...nameOf(node), mention: folded.original(first.start, first.end), spans };
    });
  }

  /**
   * Selects the longest mentions and returns them in the order of the text. Mentions overlap only if they cover exactly
   * the same words.
   */
  private mentions(text: string): readonly Mention[] {
    const taken: Mention[] = [];
    // Mentions by text position: checking a candidate takes time proportional to its length, not to the number of
    // earlier mentions.
    const covering = Array.from<Mention | undefined>({ length: text.length });
    for (const candidate of this.candidates(text).sort(byLength)) {
      if (!isFree(candidate, covering)) continue;
      if (!covering[candidate.from]) covering.fill(candidate, candidate.from, candidate.to);
      taken.push(candidate);
    }
    return taken.sort((a, b) => a.from - b.from || byKind(a.node, b.node));
  }

  private candidates(text: string): Mention[] {
    return this.automaton.matches(text).flatMap(({ pattern, start, end }) => {
      const names = (this.names[pattern] ?? []).map((name) => mention(name, text, start, end));
      return names.filter((found) => found !== undefined);
    });
  }
}

const nameOf = ({ id, titles, category }: GraphNode): NamedEntity => ({ id, titles, ...(category && { category }) });

function relatedById(edges: readonly GraphEdge[]): ReadonlyMap<string, readonly RelatedEntity[]> {
  const ends = edges.flatMap(({ source, target, weight }) => [
    { from: source, id: target, weight },
    { from: target, id: source, weight },
  ]);
  return Map.groupBy(ends, ({ from }) => from);
}

const byLength = (a: Mention, b: Mention): number => b.end - b.from - (a.end - a.from) || a.from - b.from;

/**
 * True when the range does not overlap other mentions, is a thing inside an action of several words ("stuck in a lift",
 * 물에 빠지다), or has exactly the same words as another mention. 뛰어들다 is a different verb from 뛰다, although 뛰 with the
 * ending 어들어 is the same word.
 */
function isFree({ from, to, end, node }: Mention, covering: ReadonlyArray<Mention | undefined>): boolean {
  const first = covering[from];
  if (first && isInsideAction(node, to, first)) return true;
  if (first?.from === from && first.to === to)
    return end === first.end || node === first.node || prefixOf(node.id) !== prefixOf(first.node.id);
  for (let at = from; at < to; at++) if (covering[at]) return false;
  return true;
}

const isInsideAction = (node: GraphNode, to: number, outer: Mention): boolean =>
  outer.node.category === 'action' &&
  node.category !== undefined &&
  node.category !== 'action' &&
  node.category !== 'emotion' &&
  to <= outer.to &&
  outer.name.includes(' ');

/** Creates the mention for a matched name; undefined when the match is part of another word or has another meaning. */
function mention(name: Named, text: string, start: number, end: number): Mention | undefined {
  const rest = startsWord(text, start, end) ? wordRest(text, end) : undefined;
  if (rest === undefined) return undefined;
  if (name.tail !== 'whole' && !fitsTail(name.text, rest, name.tail)) return undefined;
  if (name.sense && !meansNode(name.sense, name.node.id, surroundings(text, start, end, rest))) return undefined;
  const from = name.text.startsWith('the ') ? start + 'the '.length : start;
  return { start, end, from, to: end + spokenRest(name, rest), node: name.node, name: name.base };
}

/**
 * Length of the ending to include in the range. Verbs are compared by their whole word, so that 길을 잃 + 고 and the fixed
 * form 길을 잃고 are the same words.
 */
const spokenRest = ({ text, tail }: Named, rest: string): number =>
  tail === 'whole' || tail === 'noun' || (tail === 'actionNoun' && fitsTail(text, rest, 'noun')) ? 0 : rest.length;

/**
 * Looks up the sense of an English form (`missed`) before that of its base; Korean forms have the sense of their base.
 */
const senseOf = ({ text, base }: NodeName, { ko, en }: SensesByLocale): WordSense | undefined =>
  ko.get(base) ?? en.get(text) ?? en.get(base);

function surroundings(text: string, start: number, end: number, rest: string): Surroundings {
  const after = end + rest.length;
  return {
    before: text.slice(Math.max(0, start - REACH), start).trimEnd(),
    rest,
    after: text.slice(after, after + REACH).trimStart(),
  };
}

import type { OwnWords } from '@app/composer';
import type { ReadingPlan } from '../reading-definition.js';
import type { ContextConditions } from './context-conditions.js';
import type { Scene } from './scene/scene.js';

/** How much less salient than the first symbol the leading one may be. */
const MAX_GAP = 1.2;

/**
 * Puts that symbol first to which one of its contexts applies, because what happens to it is what the dream is about, and
 * narrows all symbols to the contexts that apply. The order stays when a context applies to the first symbol, or to none
 * that is nearly as salient.
 */
export function leadByContext(plan: ReadingPlan, contexts: ContextConditions, scene: Scene): ReadingPlan {
  const salience = new Map(scene.symbols.map((symbol) => [symbol.id, symbol.salience]));
  const salienceOf = (id: string) => salience.get(id) ?? 0;
  const entities = contexts.narrow(plan.entities, scene);
  const [main] = entities;
  const shown = listOf(plan.facts['symbols']);
  if (!main) return plan;
  const near = shown.flatMap(({ id }) => (salienceOf(id) >= salienceOf(main.id) - MAX_GAP ? [{ id }] : []));
  const lead = contexts.narrow(near, scene).find(({ facets = [] }) => facets.some(isContext));
  if (!lead || lead.id === main.id) return { ...plan, entities };
  const tag = lead.id.replace(/^dream:/, 'symbol:');
  return {
    ...plan,
    entities: [lead, ...entities.filter(({ id }) => id !== lead.id)],
    tags: [...plan.tags.slice(0, 1), tag, ...plan.tags.slice(1).filter((each) => each !== tag)],
    ownWords: withWordsOf(lead.id, main.id, plan.ownWords, scene),
    facts: { ...plan.facts, symbols: shown.toSorted((a, b) => Number(b.id === lead.id) - Number(a.id === lead.id)) },
  };
}

/** The dreamer's words with those about the former main symbol given to the lead, if one sentence mentions both. */
function withWordsOf(lead: string, main: string, words: OwnWords = {}, { symbols }: Scene): OwnWords {
  const sentenceOf = (id: string) => symbols.find((symbol) => symbol.id === id)?.places[0]?.sentence;
  if (words[lead] || sentenceOf(lead) !== sentenceOf(main)) return words;
  return { ...words, [lead]: words[main] ?? '', [main]: '' };
}

const isContext = (facet: string): boolean => facet.startsWith('context-');

const listOf = (symbols: unknown): readonly { readonly id: string }[] => (Array.isArray(symbols) ? symbols : []);

import { prefixOf } from './kind-order.js';

/** Prefixes of ideas, which belong to every kind of reading. */
const IDEAS = new Set(['theme', 'emotion', 'archetype', 'element']);
/** The kind of reading to which the nodes of a prefix belong. */
const KIND_OF: Readonly<Record<string, string>> = {
  dream: 'dream',
  tarot: 'tarot',
  iching: 'iching',
  trigram: 'iching',
  saju: 'destiny',
  astro: 'destiny',
};

/**
 * Relation of a node to a reading. `idea`: an idea, which belongs to all kinds; `own`: another prefix without a kind;
 * `same`: belongs to this kind; `other`: belongs to another kind.
 */
export type Belonging = 'idea' | 'own' | 'same' | 'other';

/** @param kind kind of the reading; if it is undefined or unknown, no node is `other` */
export function belonging(id: string, kind: string | undefined): Belonging {
  const prefix = prefixOf(id);
  if (IDEAS.has(prefix)) return 'idea';
  const own = KIND_OF[prefix];
  if (own === undefined) return 'own';
  return kind === undefined || !(kind in KINDS) || own === kind ? 'same' : 'other';
}

const KINDS = Object.fromEntries(Object.values(KIND_OF).map((kind) => [kind, true]));

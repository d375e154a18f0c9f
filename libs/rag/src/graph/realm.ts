import { prefixOf } from './kind-order.js';

/** Ideas that belong to every kind of reading. */
const IDEAS = new Set(['theme', 'emotion', 'archetype', 'element']);
/** Nodes that belong to one kind of reading. */
const KIND_OF: Readonly<Record<string, string>> = {
  dream: 'dream',
  tarot: 'tarot',
  iching: 'iching',
  trigram: 'iching',
  saju: 'destiny',
  astro: 'destiny',
};

/** Whether a node belongs to a reading: `idea` and `own` to all, `same` to this kind, `other` to another. */
export type Belonging = 'idea' | 'own' | 'same' | 'other';

/** @param kind the reading's; without one everything belongs */
export function belonging(id: string, kind: string | undefined): Belonging {
  const prefix = prefixOf(id);
  if (IDEAS.has(prefix)) return 'idea';
  const own = KIND_OF[prefix];
  if (own === undefined) return 'own';
  return kind === undefined || !(kind in KINDS) || own === kind ? 'same' : 'other';
}

const KINDS = Object.fromEntries(Object.values(KIND_OF).map((kind) => [kind, true]));

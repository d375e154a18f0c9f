import type { EntityLinker } from '@app/rag';
import type { Grounds } from '../passages/grounds.js';
import { ownFeelings } from './own-feelings.js';
import type { Scene, SceneEntity } from './scene/scene.js';

/** Circumstances of the dream itself; all others count only when they are stated about waking life. */
const OF_DREAM: ReadonlySet<string> = new Set(
  ['child-dreamt', 'child-in-danger', 'dream-method', 'false-awakening', 'lucid', 'nightmare', 'recurring'].map(
    (name) => `circumstance:${name}`,
  ),
);
/** Circumstances that are recognised by the words of a feeling, or by "sorry". */
const FELT: ReadonlySet<string> = new Set(['circumstance:guilt', 'circumstance:loneliness']);
/** Minimum weight of the graph's edge from a symbol to a theme. */
const MIN_THEME_WEIGHT = 0.6;

/**
 * What advice to a dreamer may rest on: the symbols spoken about, the dreamer's own feelings, circumstances of waking
 * life, and themes that the user picked. A theme found in the text is only one of its words.
 */
export function adviceGrounds(scene: Scene, tags: readonly string[], linker: EntityLinker): Grounds {
  const symbols = tags.filter((tag) => tag.startsWith('symbol:')).map((tag) => tag.replace(/^symbol:/, 'dream:'));
  const [lead] = symbols;
  const related = symbols.flatMap((id) => linker.named(id)?.related ?? []);
  return {
    stated: new Set([
      ...symbols,
      ...ownFeelings(scene),
      ...scene.themes.filter(({ span }) => !span).map(({ id }) => id),
      ...scene.situations.filter(isCircumstance).map(({ id }) => id),
    ]),
    ofSymbol: new Set(
      related.filter(({ id, weight }) => id.startsWith('theme:') && weight >= MIN_THEME_WEIGHT).map(({ id }) => id),
    ),
    // A reading about a dead person opens with that person.
    ...(lead !== undefined && !symbols.includes('dream:dead-person') && { lead }),
  };
}

const isCircumstance = ({ id, polarity, frame }: SceneEntity): boolean =>
  id.startsWith('circumstance:') &&
  !FELT.has(id) &&
  polarity === 'affirmed' &&
  (frame === 'waking' || OF_DREAM.has(id));

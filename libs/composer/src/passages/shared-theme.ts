import type { NumberedPassage } from '../section-brief.js';
import type { Locale } from '@app/text';
import { THEME_NAMES } from '../facts/theme-names.js';

export interface SharedTheme {
  /** Id of the theme, such as `theme:home`. */
  readonly id: string;
  readonly name: string;
  /** Citation numbers of the passages that have this tag. */
  readonly cites: readonly number[];
}

/** Maximum number of citations in one remark. */
const MAX_CITED = 4;

/**
 * The theme tag of the first passage that most other passages have too; on a tie, the tag that comes first. Undefined
 * when no other passage has a theme tag of the first.
 */
export function sharedTheme(sources: readonly NumberedPassage[], locale: Locale): SharedTheme | undefined {
  const carriers = new Map<string, number[]>();
  const own = new Set(sources[0]?.tags);
  for (const { n, tags } of sources) {
    for (const tag of new Set(tags).intersection(own)) {
      if (nameOf(tag, locale)) carriers.set(tag, [...(carriers.get(tag) ?? []), n]);
    }
  }
  const [best] = [...carriers].toSorted(([, left], [, right]) => right.length - left.length);
  return best && best[1].length > 1
    ? {
        id: best[0],
        name: nameOf(best[0], locale) ?? '',
        cites: best[1].toSorted((left, right) => left - right).slice(0, MAX_CITED),
      }
    : undefined;
}

const nameOf = (tag: string, locale: Locale): string | undefined =>
  tag.startsWith('theme:') ? THEME_NAMES[tag.slice('theme:'.length)]?.[locale] : undefined;

import type { Span } from '@app/rag';
import type { Mention } from './mentions.js';
import type { SceneEntity } from './scene.js';

/**
 * The words of mentions of denied or figurative entities, except words that also belong to a mention of another entity.
 */
export function absentWords(
  mentions: readonly Mention[],
  entities: readonly SceneEntity[],
  range: (start: number, end: number) => Span,
): readonly Span[] {
  const denied = new Set(
    entities.filter(({ polarity, frame }) => polarity === 'denied' || frame === 'figurative').map(({ id }) => id),
  );
  const wordsOf = ({ sentence: { words }, first, last }: Mention) => words.slice(first, last);
  const kept = new Set(mentions.filter(({ entity }) => !denied.has(entity.id)).flatMap(wordsOf));
  const words = new Set(mentions.filter(({ entity }) => denied.has(entity.id)).flatMap(wordsOf)).difference(kept);
  return [...words].toSorted((a, b) => a.start - b.start).map(({ start, end }) => range(start, end));
}

import type { IngestionProgress } from '@app/knowledge';
import type { ProgressBar, ProgressDisplay } from './show-progress.js';

/** Returns a listener that shows a bar for the passages and a separate one for the indexes. */
export function showBuilding(display: ProgressDisplay, title: string): (progress: IngestionProgress) => void {
  const bars: Partial<Record<IngestionProgress['phase'], ProgressBar>> = {};
  return ({ phase, done, total, passages }) => {
    bars[phase] ??= phase === 'embedding' ? display.bar(title, 'passages') : display.bar('Indexing');
    bars[phase].update({ done, total, count: passages });
  };
}

import { DreamComposer } from '../../dist/test/understanding/composed-dreams.js';
import { chooseForComposing } from './score-composed.js';

/** The dreams to score, each with the reading composed for it. */
export async function composeLabelled(knowledgeDir, dreams) {
  const composer = await DreamComposer.open(knowledgeDir);
  const readings = [];
  for (const dream of chooseForComposing(dreams)) readings.push({ dream, composed: await composer.compose(dream) });
  composer.close();
  return { readings, records: composer.records };
}

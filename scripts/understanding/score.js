import { createHash } from 'node:crypto';

/** Whether a dream is held out, that is, never used for tuning: see test/understanding/README.md. */
export const isHeldOut = ({ id }) => parseInt(createHash('sha256').update(id).digest('hex').charAt(0), 16) >= 8;

const ratio = (part, whole) => (whole === 0 ? 1 : part / whole);
const count = (results, of) => results.reduce((sum, result) => sum + of(result), 0);
/**
 * Ids of symbols that were labelled by name only, because the built-in knowledge files had no record of them: `bus`.
 */
const named = (missing) => missing.map((name) => `dream:${name.replaceAll(' ', '-')}`);
const both = (left, right) => left.filter((id) => right.includes(id)).length;

/**
 * Computes figures for labelled dreams and the results of reading them.
 * @param results pairs of a labelled dream and `{ symbols, emotions }`: ids of affirmed symbols, the lead symbol first,
 *   and ids of affirmed emotions (`emotion:fear`)
 */
export function score(results) {
  const isFeeling = new Set(FEELINGS);
  const rows = results.map(({ dream, found }) => ({
    dream,
    found: found.symbols.filter((id) => !isFeeling.has(id)),
    emotions: [...new Set(found.emotions.map((id) => labelOf(id.replace('emotion:', ''))))],
    all: [...found.symbols, ...found.emotions.map((id) => id.replace('emotion:', 'dream:'))],
  }));
  const hits = count(rows, ({ dream, found }) => both(found, dream.symbols));
  const allowed = count(rows, ({ dream, found }) => both(found, [...dream.minor, ...named(dream.missing)]));
  const reported = count(rows, ({ found }) => found.length);
  const led = rows.filter(({ dream }) => dream.lead !== null);
  const felt = count(rows, ({ dream, emotions }) => both(emotions, dream.emotions));
  return {
    dreams: rows.length,
    precision: ratio(hits, reported - allowed),
    recall: ratio(
      hits,
      count(rows, ({ dream }) => dream.symbols.length),
    ),
    lead: ratio(led.filter(({ dream, found }) => found[0] === dream.lead).length, led.length),
    deniedPresent: count(rows, ({ dream, all }) => both(all, dream.denied)),
    denied: count(rows, ({ dream }) => dream.denied.length),
    absentPresent: count(rows, ({ dream, all }) => both(all, dream.absent)),
    absent: count(rows, ({ dream }) => dream.absent.length),
    emotionPrecision: ratio(
      felt,
      count(rows, ({ emotions }) => emotions.length),
    ),
    emotionRecall: ratio(
      felt,
      count(rows, ({ dream }) => dream.emotions.length),
    ),
    deniedEmotionPresent: count(rows, ({ dream, emotions }) => both(emotions, dream.deniedEmotions)),
    deniedEmotions: count(rows, ({ dream }) => dream.deniedEmotions.length),
  };
}

/** Records of the category `emotion`, which are scored as emotions. */
const FEELINGS = 'fear joy anger sadness guilt shame loneliness longing relief jealousy helplessness surprise calm'
  .split(' ')
  .map((name) => `dream:${name}`);

/** Emotions of the built-in knowledge files without a separate label, mapped to a label. */
const LABELS = new Map([
  ['anxiety', 'fear'],
  ['tension', 'fear'],
  ['excitement', 'joy'],
  ['gratitude', 'joy'],
  ['regret', 'guilt'],
  ['tenderness', 'love'],
  ['compassion', 'love'],
  ['nostalgia', 'longing'],
  ['frustration', 'helplessness'],
  ['curiosity', 'confusion'],
  ['emptiness', 'loneliness'],
]);
/** The label under which an emotion of the built-in knowledge files is scored. */
export const labelOf = (emotion) => LABELS.get(emotion) ?? emotion;

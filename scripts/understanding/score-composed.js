import { labelOf } from './score.js';

/** Minimum number of readings with the same sentence for it to count as a formula. */
const MIN_READINGS = 3;

/** Labels of circumstances, which have other names than in the built-in knowledge files. */
const CIRCUMSTANCES = {
  'circumstance:nightmare': ({ traits, emotions }) => traits.includes('nightmare') || emotions.includes('fear'),
  'circumstance:recurring': ({ traits }) => traits.includes('recurring'),
  'circumstance:grief': ({ care, symbols }) => care === 'bereavement' || symbols.includes('dream:dead-person'),
  'circumstance:pet-loss': ({ care }) => care === 'pet-bereavement',
  'circumstance:pregnancy-loss': ({ care }) => care === 'pregnancy-loss',
  'circumstance:grandparent-died': (dream) => isDead(dream, 'grandmother', 'grandfather'),
  'circumstance:parent-died': (dream) => isDead(dream, 'mother', 'father'),
  'circumstance:peer-died': (dream) => isDead(dream, 'sibling', 'friend'),
  'circumstance:spouse-died': (dream) => isDead(dream, 'spouse'),
};
const isDead = (dream, ...kin) =>
  (dream.care === 'bereavement' || dream.symbols.includes('dream:dead-person')) &&
  kin.some((name) => present(dream).has(`dream:${name}`));

const present = ({ symbols, minor, missing }) =>
  new Set([...symbols, ...minor, ...missing.map((name) => `dream:${name.replaceAll(' ', '-')}`)]);
const isFelt = (id, { emotions }) => emotions.includes(labelOf(id.split(':')[1]));

/** Whether the labels say that the symbol or emotion of a record is present in the dream. */
const isInDream = (id, dream) => present(dream).has(id) || isFelt(id.replace('dream:', 'emotion:'), dream);

/** Whether the labels contradict one requirement of a context, that is, all of its alternatives. */
function isContradicted(requirement, dream) {
  if (typeof requirement !== 'string' || requirement.startsWith('!')) return false;
  return requirement
    .replace(/@\w+$/, '')
    .split('|')
    .every((id) => {
      if (id.startsWith('dream:')) return !present(dream).has(id);
      if (id.startsWith('emotion:')) return !isFelt(id, dream);
      return false;
    });
}

/** Sentences of the composed sections with the numbers they cite, which are empty for unquoted sentences. */
const sentencesOf = ({ sections, passages }, splitSentences) =>
  sections.flatMap(({ text }) =>
    text.split('\n\n').flatMap((paragraph) =>
      [...paragraph.matchAll(/([^[]+)((?:\[\d+\])*)/g)]
        .flatMap(([, words, marks]) => {
          const cites = [...marks.matchAll(/\d+/g)].map(([n]) => Number(n));
          const quotes = (sentence) => cites.some((n) => passages.get(n)?.text.includes(sentence));
          return splitSentences(words.trim()).map((sentence, index, all) => ({
            text: sentence,
            cites: index === all.length - 1 || quotes(sentence) ? cites : [],
          }));
        })
        .map((sentence, index, all) => ({ ...sentence, next: all[index + 1] })),
    ),
  );

/** Whether the labels cover what an article is about: circumstances such as a new job have no label. */
const isScored = ({ about = [] }) => about.some((id) => !id.startsWith('circumstance:') || id in CIRCUMSTANCES);

/** Whether a recommended article is about something that the labels name. */
function isOnTopic({ about = [], tags }, dream) {
  const themes = new Set(dream.themes.flatMap((theme) => theme.toLowerCase().split(/[^a-z]+/)));
  return (
    about.some((id) => {
      if (id.startsWith('dream:')) return present(dream).has(id);
      if (id.startsWith('emotion:')) return isFelt(id, dream);
      return CIRCUMSTANCES[id]?.(dream) ?? false;
    }) || [...about, ...tags].some((id) => /^(?:theme|circumstance):/.test(id) && themes.has(id.split(':')[1]))
  );
}

/**
 * Computes figures for composed readings of labelled dreams.
 * @param readings pairs of a labelled dream and the reading composed for it
 * @param records records of the built-in knowledge files, by id
 * @param splitSentences the server's sentence splitter
 */
export function scoreComposed(readings, records, splitSentences) {
  const rows = readings.flatMap(({ dream, composed }) =>
    sentencesOf(composed, splitSentences).map((sentence) => ({ dream, composed, ...sentence })),
  );
  const wrong = rows.filter(({ dream, composed, text, cites }) => {
    const record = records.get(composed.passages.get(cites[0])?.id);
    if (record?.kind !== 'dream_symbol') return false;
    if (!isInDream(record.id, dream)) return true;
    const context = record.contexts.find((each) => each[dream.locale].includes(text));
    return context !== undefined && context.requires.some((requirement) => isContradicted(requirement, dream));
  });
  const quoted = rows.filter(({ cites }) => cites.length > 0);
  const recommended = readings.flatMap(({ dream, composed }) => {
    const ids = new Set(
      sentencesOf(composed, splitSentences).flatMap(({ cites }) => cites.map((n) => composed.passages.get(n)?.id)),
    );
    return [...ids]
      .filter((id) => id?.startsWith('corpus:') && isScored(records.get(id)))
      .map((id) => ({ dream, id, isOn: isOnTopic(records.get(id), dream) }));
  });
  const offTopic = recommended.filter(({ isOn }) => !isOn);
  const announcing = rows.filter(
    ({ cites, next, text }) => cites.length === 0 && next !== undefined && next.cites.length > 0 && !text.endsWith('?'),
  );
  const readingsOf = new Map();
  for (const { text, composed } of rows) readingsOf.set(text, (readingsOf.get(text) ?? new Set()).add(composed));
  const formulas = rows.filter(({ text }) => readingsOf.get(text).size >= MIN_READINGS);
  return {
    readings: readings.length,
    sentences: rows.length,
    wrongCase: wrong.length / quoted.length,
    offTopic: offTopic.length / Math.max(1, recommended.length),
    recommended: recommended.length,
    announcing: announcing.length / rows.length,
    verbatim: formulas.length / rows.length,
    off: offTopic,
  };
}

/** Number of readings compared in each language. */
const PER_LOCALE = 24;

/** Selects dreams at equal intervals, up to `PER_LOCALE` of each language. */
export const chooseForComposing = (dreams) =>
  ['ko', 'en'].flatMap((locale) => {
    const own = dreams.filter((dream) => dream.locale === locale);
    const count = Math.min(PER_LOCALE, own.length);
    return Array.from({ length: count }, (_, index) => own[Math.floor((index * own.length) / count)]);
  });

import { z } from 'zod';
import { isPresent, isSalient, type Place, type Scene, type SceneEntity } from './scene/scene.js';

/** Beginnings of words; alternatives are joined by a bar. */
const keyWords = z.array(z.string().regex(/^[^|\s]+(\|[^|\s]+)*$/u)).min(1);

/**
 * One requirement of a context: either ids of things, feelings and situations, at least one of which must be present
 * (`action:bitten`, `dream:lover|dream:spouse`; with `!` none may be; `action:cry@symbol` is done by the symbol and
 * `action:hold@dreamer` by the dreamer, as far as the text says), or key words of one language that must all occur in one sentence with
 * the symbol. The sentence must not contain a denial unless `allowsDenial` is set, which is for key words that are
 * denials themselves.
 */
export const requirement = z.union([
  z
    .string()
    .regex(
      /^!?(dream|emotion|action|state|circumstance):[a-z-]+(\|(dream|emotion|action|state|circumstance):[a-z-]+)*(@symbol|@dreamer)?$/,
    ),
  z.strictObject({ ko: keyWords, en: keyWords, allowsDenial: z.boolean().optional() }),
]);
export type Requirement = z.infer<typeof requirement>;

/**
 * Whether a context of a symbol applies: the scene must affirm every requirement near the symbol. A context without
 * requirements never applies.
 */
export function applies(symbol: string, requires: readonly Requirement[], scene: Scene): boolean {
  const own = scene.symbols.find(({ id }) => id === symbol);
  if (!own || !isPresent(own) || requires.length === 0) return false;
  return requires.every((each) =>
    typeof each === 'string'
      ? each.startsWith('!') !== idsOf(each).some((id) => isStated(id, own, scene, each.split('@')[1]))
      : own.places.some(({ sentence }) => hasKeyWords(each, sentence, scene)),
  );
}

/** The alternatives of a requirement. */
export const idsOf = (requirement: string): readonly string[] => requirement.replaceAll(/^!|@\w+$/g, '').split('|');

function isStated(id: string, own: SceneEntity, scene: Scene, doer: string | undefined): boolean {
  // Feelings about the dream and circumstances of waking life count wherever they are mentioned.
  if (id.startsWith('emotion:')) return scene.emotions.some((felt) => felt.id === id && felt.polarity === 'affirmed');
  if (id.startsWith('circumstance:')) return isAffirmed(scene.situations.find((each) => each.id === id));
  const required = [...scene.symbols, ...scene.situations].find((each) => each.id === id);
  if (!required || !(id.startsWith('dream:') ? isSalient(required) : isPresent(required))) return false;
  return required.places.some(
    (place) =>
      isDoneBy(doer, place, own) &&
      own.places.some((near) =>
        belongTogether({ ...near, category: own.category }, place, new Set([own.id, id]), scene),
      ),
  );
}

/** Whether the doer of an action may be the required one: the text names no other person. */
function isDoneBy(
  doer: string | undefined,
  { doer: stated, sentence, start }: Place,
  { places }: SceneEntity,
): boolean {
  if (doer === 'dreamer') return stated !== 'other';
  if (doer !== 'symbol' || stated === 'other') return true;
  // In 엄마를 안고 울었어요 nothing but the particle says that it is not the mother who cries.
  const before = places.filter((place) => place.sentence === sentence && place.start < start);
  return stated === undefined && before.some(({ isSubject }) => isSubject);
}

const isAffirmed = (entity: SceneEntity | undefined): boolean => entity?.polarity === 'affirmed';

/**
 * Whether two mentions belong together. In the same sentence: unless a comparable symbol (both beings or both things)
 * is closer to the required one. In neighbouring sentences: unless the sentence of the required one mentions one.
 */
function belongTogether(
  own: Place & Pick<SceneEntity, 'category'>,
  required: Place,
  ids: ReadonlySet<string>,
  { symbols }: Scene,
): boolean {
  const rivals = symbols
    .filter(
      ({ id, category }) => !ids.has(id) && isBeing(category) === isBeing(own.category) && !isBackground(category),
    )
    .flatMap(({ places }) => places.filter(({ sentence }) => sentence === required.sentence));
  // An action has no comparable symbols: "the exam paper could not be read, and the clock was ticking".
  if (own.category === 'action') return Math.abs(own.sentence - required.sentence) <= 1;
  if (own.sentence !== required.sentence)
    return Math.abs(own.sentence - required.sentence) === 1 && rivals.length === 0;
  return !rivals.some((rival) => distance(rival, required) < distance(own, required));
}

const isBeing = (category: string | undefined): boolean => category === 'animal' || category === 'character';
const isBackground = (category: string | undefined): boolean => category === 'place' || category === 'action';

const distance = (one: Place, other: Place): number => Math.max(one.start - other.end, other.start - one.end, 0);

function hasKeyWords(words: Exclude<Requirement, string>, index: number, { sentences }: Scene): boolean {
  const sentence = sentences[index];
  if (!sentence || (sentence.hasDenial && !words.allowsDenial)) return false;
  const all = (required: readonly string[]) =>
    required.every((alternatives) =>
      alternatives.split('|').some((beginning) => sentence.words.some((word) => word.startsWith(beginning))),
    );
  return all(words.ko) || all(words.en);
}

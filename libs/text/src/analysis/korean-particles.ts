import { type SyllableEnding, syllableEnding } from '../hangul.js';

type Role = 'plural' | 'case' | 'limit' | 'last';
type Precondition = 'any' | 'consonant' | 'vowel' | 'vowelOrRieul';

interface Particle {
  readonly role: Role;
  readonly mayFollow: (ending: SyllableEnding) => boolean;
}

const SOUNDS: Readonly<Record<Precondition, (ending: SyllableEnding) => boolean>> = {
  any: () => true,
  consonant: (ending) => ending !== 'vowel',
  vowel: (ending) => ending === 'vowel',
  vowelOrRieul: (ending) => ending !== 'consonant',
};

// 이, 을, 은, 과 follow a consonant; 가, 를, 는, 와 follow a vowel; 로 follows a vowel or ㄹ.
const LISTS: ReadonlyArray<readonly [Role, Precondition, string]> = [
  ['plural', 'any', '들'],
  ['case', 'any', '에 에서 에게 에게서 한테 한테서 께 께서 하고'],
  ['case', 'consonant', '과 이랑 으로 으로서 으로써 으로부터'],
  ['case', 'vowel', '와 랑'],
  ['case', 'vowelOrRieul', '로 로서 로써 로부터'],
  ['limit', 'any', '만 까지 부터 마저 조차 뿐 마다 대로 처럼 같이 만큼 보다 밖에'],
  ['last', 'any', '의 도 입니다 이다 인데 이었다 이었어요 이에요 에요 이라는 이라고'],
  ['last', 'consonant', '이 을 은 이나 이라도 이든 이든지 이란 이야 이며 이고'],
  ['last', 'vowel', '가 를 는 나 라도 든 든지 란 라는 라고 야 예요 였다 였어요 며 고'],
];

const PARTICLES: ReadonlyMap<string, Particle> = new Map(
  LISTS.flatMap(([role, precondition, list]) =>
    list.split(' ').map((particle): [string, Particle] => [particle, { role, mayFollow: SOUNDS[precondition] }]),
  ),
);

/** Roles that may follow each role: 친구+들+에게+만, 이것+만+으로+도, but not 태+도+를 or 하+나+를 (태도, 하나). */
const MAY_PRECEDE: Readonly<Record<Role, ReadonlySet<Role>>> = {
  plural: new Set<Role>(['case', 'limit', 'last']),
  case: new Set<Role>(['limit', 'last']),
  limit: new Set<Role>(['case', 'limit', 'last']),
  last: new Set<Role>(),
};
/** The only endings after a case particle: 집+에서+는, but not 결+과+를. */
const AFTER_CASE: ReadonlySet<string> = new Set('은 는 도 나 라도 이나 이라도 든 든지 야'.split(' '));

const MAX_PARTICLE_LENGTH = Math.max(...[...PARTICLES.keys()].map((particle) => particle.length));
/** At most three particles follow a noun: 친구 + 들 + 에게 + 만. */
const MAX_PARTICLES = 3;

/**
 * The word and every base that remains after removing particles from its end, longest first: for `집에서는` also `집에서` and
 * `집`. Only a dictionary can tell which of them is a word.
 * @param word one NFC Hangul word; any other text is returned as the only form
 */
export function koreanBaseForms(word: string): readonly string[] {
  const forms = new Set([word]);
  let ends: readonly Stripped[] = [{ base: word, right: undefined }];
  for (let round = 0; round < MAX_PARTICLES && ends.length > 0; round++) {
    ends = ends.flatMap(withoutOneParticle);
    for (const { base } of ends) forms.add(base);
  }
  return [...forms].toSorted((a, b) => b.length - a.length);
}

/** The shortest base form: `뱀이`, `뱀을`, `뱀에게`, `뱀한테서` and `뱀이랑` all give `뱀`. */
export const stripParticles = (word: string): string => koreanBaseForms(word).at(-1) ?? word;

/** A base and the particle that was removed from it last. */
interface Stripped {
  readonly base: string;
  readonly right: string | undefined;
}

function withoutOneParticle({ base: word, right }: Stripped): readonly Stripped[] {
  const forms: Stripped[] = [];
  for (let length = 1; length <= Math.min(MAX_PARTICLE_LENGTH, word.length - 1); length++) {
    const [base, particle] = [word.slice(0, -length), word.slice(-length)];
    const mayFollow = PARTICLES.get(particle)?.mayFollow;
    const ending = mayFollow && syllableEnding(base);
    if (ending && mayFollow(ending) && mayPrecede(particle, right)) forms.push({ base, right: particle });
  }
  return forms;
}

function mayPrecede(particle: string, right: string | undefined): boolean {
  if (right === undefined) return true;
  const [before, after] = [PARTICLES.get(particle)?.role, PARTICLES.get(right)?.role];
  if (!before || !after || !MAY_PRECEDE[before].has(after)) return false;
  return before !== 'case' || after !== 'last' || AFTER_CASE.has(right);
}

/**
 * The stem that remains after removing endings that look like particles, in any order, down to `minLength` syllables.
 * Less precise than `koreanBaseForms`, but the same for all forms of a word: `고양이`, `고양이가` and `고양이에게` all give `고양`.
 */
export function particleStem(word: string, minLength: number): string {
  for (let stem = word; ;) {
    const shorter = withoutLongestParticle(stem, minLength);
    if (shorter === stem) return stem;
    stem = shorter;
  }
}

function withoutLongestParticle(word: string, minLength: number): string {
  for (let length = Math.min(MAX_PARTICLE_LENGTH, word.length - minLength); length > 0; length--) {
    const base = word.slice(0, -length);
    const mayFollow = PARTICLES.get(word.slice(-length))?.mayFollow;
    const ending = mayFollow && syllableEnding(base);
    if (ending && mayFollow(ending)) return base;
  }
  return word;
}

const HANGUL_START = 0xac00;
const HANGUL_END = 0xd7a3;
const FINAL_CONSONANTS = 28;
const RIEUL = 8;

type Sound = 'vowel' | 'consonant' | 'rieul';

type Role = 'plural' | 'case' | 'limit' | 'last';
type Wanted = 'any' | 'consonant' | 'vowel' | 'vowelOrRieul';

interface Particle {
  readonly role: Role;
  readonly mayFollow: (sound: Sound) => boolean;
}

const SOUNDS: Readonly<Record<Wanted, (sound: Sound) => boolean>> = {
  any: () => true,
  consonant: (sound) => sound !== 'vowel',
  vowel: (sound) => sound === 'vowel',
  vowelOrRieul: (sound) => sound !== 'consonant',
};

// 이, 을, 은, 과 want a final consonant before them, 가, 를, 는, 와 a vowel, 로 a vowel or ㄹ.
const LISTS: ReadonlyArray<readonly [Role, Wanted, string]> = [
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
  LISTS.flatMap(([role, wanted, list]) =>
    list.split(' ').map((particle): [string, Particle] => [particle, { role, mayFollow: SOUNDS[wanted] }]),
  ),
);

/** What may stand before what: 친구+들+에게+만, 이것+만+으로+도, but not 태+도+를 or 하+나+를, which are 태도 and 하나. */
const MAY_PRECEDE: Readonly<Record<Role, ReadonlySet<Role>>> = {
  plural: new Set<Role>(['case', 'limit', 'last']),
  case: new Set<Role>(['limit', 'last']),
  limit: new Set<Role>(['case', 'limit', 'last']),
  last: new Set<Role>(),
};
/** Nothing but these follows a case: 집+에서+는, but not 결+과+를. */
const AFTER_CASE: ReadonlySet<string> = new Set('은 는 도 나 라도 이나 이라도 든 든지 야'.split(' '));

const LONGEST_PARTICLE = Math.max(...[...PARTICLES.keys()].map((particle) => particle.length));
/** 친구 + 들 + 에게 + 만: more than three particles do not follow one another. */
const MOST_PARTICLES = 3;

/**
 * The word, and what remains of it when the particles that may end it are taken off, longest first:
 * `집에서는` gives `집에서는, 집에서, 집`; `뱀한테서` gives `뱀한테서, 뱀`. Which of them is a word only a dictionary knows.
 * @param word one word of NFC Hangul; others come back alone.
 */
export function koreanBaseForms(word: string): readonly string[] {
  const forms = new Set([word]);
  let ends: readonly Stripped[] = [{ base: word, right: undefined }];
  for (let round = 0; round < MOST_PARTICLES && ends.length > 0; round++) {
    ends = ends.flatMap(withoutOneParticle);
    for (const { base } of ends) forms.add(base);
  }
  return [...forms].toSorted((a, b) => b.length - a.length);
}

/** The shortest base form: `뱀이`, `뱀을`, `뱀에게`, `뱀한테서` and `뱀이랑` all give `뱀`. */
export const stripParticles = (word: string): string => koreanBaseForms(word).at(-1) ?? word;

/** What is left of a word, and the particle that was taken off last. */
interface Stripped {
  readonly base: string;
  readonly right: string | undefined;
}

function withoutOneParticle({ base: word, right }: Stripped): readonly Stripped[] {
  const forms: Stripped[] = [];
  for (let length = 1; length <= Math.min(LONGEST_PARTICLE, word.length - 1); length++) {
    const [base, particle] = [word.slice(0, -length), word.slice(-length)];
    const sound = finalSound(base);
    if (sound && PARTICLES.get(particle)?.mayFollow(sound) && mayPrecede(particle, right))
      forms.push({ base, right: particle });
  }
  return forms;
}

function mayPrecede(particle: string, right: string | undefined): boolean {
  if (right === undefined) return true;
  const [before, after] = [PARTICLES.get(particle)?.role, PARTICLES.get(right)?.role];
  if (!before || !after || !MAY_PRECEDE[before].has(after)) return false;
  return before !== 'case' || after !== 'last' || AFTER_CASE.has(right);
}

function finalSound(word: string): Sound | undefined {
  const code = word.codePointAt(word.length - 1) ?? 0;
  if (code < HANGUL_START || code > HANGUL_END) return undefined;
  const final = (code - HANGUL_START) % FINAL_CONSONANTS;
  if (final === 0) return 'vowel';
  return final === RIEUL ? 'rieul' : 'consonant';
}

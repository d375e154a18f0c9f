const HANGUL_START = 0xac00;
const HANGUL_END = 0xd7a3;
const FINAL_CONSONANTS = 28;
const RIEUL = 8;

type Sound = 'vowel' | 'consonant' | 'rieul';

// Which sound a particle may follow: 이, 을, 은, 과 want a final consonant, 가, 를, 는, 와 a vowel, 로 a vowel or ㄹ.
const PARTICLES: Readonly<Record<'any' | 'afterConsonant' | 'afterVowel' | 'afterVowelOrRieul', readonly string[]>> = {
  any: (
    '의 에 에서 에서는 에서도 에는 에도 에게 에게서 에게는 에게도 한테 한테서 한테는 께 께서 께서는 하고 하고는 처럼 같이 만큼 보다 ' +
    '까지 부터 마저 조차 밖에 도 만 들 뿐 마다 대로 입니다 이다 인데 이었다 이었어요 이에요 이라는 이라고 에요'
  ).split(' '),
  afterConsonant:
    '이 을 은 과 이랑 이나 이라도 이든 이든지 이란 이야 이며 이고 으로 으로는 으로도 으로서 으로써 으로부터'.split(' '),
  afterVowel: '가 를 는 와 랑 나 라도 든 든지 란 라는 라고 야 예요 였다 였어요 며 고'.split(' '),
  afterVowelOrRieul: '로 로는 로도 로서 로써 로부터'.split(' '),
};

type MayFollow = (sound: Sound) => boolean;

const each = (particles: readonly string[], mayFollow: MayFollow) =>
  particles.map((particle): readonly [string, MayFollow] => [particle, mayFollow]);

const FOLLOWS: ReadonlyMap<string, MayFollow> = new Map([
  ...each(PARTICLES.any, () => true),
  ...each(PARTICLES.afterConsonant, (sound) => sound !== 'vowel'),
  ...each(PARTICLES.afterVowel, (sound) => sound === 'vowel'),
  ...each(PARTICLES.afterVowelOrRieul, (sound) => sound !== 'consonant'),
]);

const LONGEST_PARTICLE = Math.max(...[...FOLLOWS.keys()].map((particle) => particle.length));
/** 친구 + 들 + 에게 + 만: more than three particles do not follow one another. */
const MOST_PARTICLES = 3;

/**
 * The word, and what remains of it when the particles that may end it are taken off, longest first:
 * `고양이가` gives `고양이가, 고양이, 고양`; `뱀한테서` gives `뱀한테서, 뱀`. Which of them is a word only a dictionary knows.
 * @param word one word of NFC Hangul; others come back alone.
 */
export function koreanBaseForms(word: string): readonly string[] {
  const forms = new Set([word]);
  let ends = [word];
  for (let round = 0; round < MOST_PARTICLES && ends.length > 0; round++) {
    ends = ends.flatMap(withoutOneParticle).filter((form) => !forms.has(form));
    for (const form of ends) forms.add(form);
  }
  return [...forms].toSorted((a, b) => b.length - a.length);
}

/** The shortest base form: `뱀이`, `뱀을`, `뱀에게`, `뱀한테서` and `뱀이랑` all give `뱀`. */
export const stripParticles = (word: string): string => koreanBaseForms(word).at(-1) ?? word;

function withoutOneParticle(word: string): readonly string[] {
  const forms: string[] = [];
  for (let length = 1; length <= Math.min(LONGEST_PARTICLE, word.length - 1); length++) {
    const base = word.slice(0, -length);
    const sound = finalSound(base);
    if (sound && FOLLOWS.get(word.slice(-length))?.(sound)) forms.push(base);
  }
  return forms;
}

function finalSound(word: string): Sound | undefined {
  const code = word.codePointAt(word.length - 1) ?? 0;
  if (code < HANGUL_START || code > HANGUL_END) return undefined;
  const final = (code - HANGUL_START) % FINAL_CONSONANTS;
  if (final === 0) return 'vowel';
  return final === RIEUL ? 'rieul' : 'consonant';
}

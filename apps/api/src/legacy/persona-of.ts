/** Counsellor personas of the built-in knowledge files. */
export const PERSONAS = ['analyst', 'coach', 'counselor', 'sage', 'storyteller'] as const;

type Persona = (typeof PERSONAS)[number];

/** Words in counsellor ids and styles of older front ends, by the matching persona. */
const WORDS: readonly (readonly [Persona, RegExp])[] = [
  ['analyst', /analy|logic|scholar|scientif|data|expert|분석|논리|학자|전문/],
  ['coach', /coach|direct|bold|practical|action|motivat|honest|직설|솔직|실용|현실적|실천|행동|코치/],
  ['counselor', /counsel|warm|gentle|heal|empath|comfort|friend|caring|따뜻|공감|위로|치유|다정|상담/],
  ['sage', /sage|wise|wisdom|master|mentor|elder|zen|지혜|현자|스승|도사|철학/],
  ['storyteller', /story|mystic|oracle|dream|poet|intuit|moon|luna|신비|이야기|직관|몽환|시인/],
];

/**
 * Maps a front end's counsellor to a built-in persona: the same id, else the persona whose words occur in the id or in
 * the described style; undefined (default voice) for any other.
 */
export function personaOf(id = '', style = ''): Persona | undefined {
  const same = PERSONAS.find((persona) => persona === id.trim().toLowerCase());
  return same ?? named(id) ?? named(style);
}

const named = (text: string): Persona | undefined => WORDS.find(([, words]) => words.test(text.toLowerCase()))?.[0];

/** A small invalid or unusual request; every run uses the same ones. */
export interface FuzzedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

const PATHS = [
  '/v1/readings/dream',
  '/v1/readings/tarot',
  '/v1/readings/iching',
  '/v1/readings/destiny',
  '/v1/readings/compatibility',
  '/v1/retrieve',
  '/v1/search',
  '/api/dream/interpret-stream',
  '/api/dream/chat-stream',
  '/api/tarot/chat-stream',
  '/iching/reading-stream',
  '/ask-stream',
  '/saju/ask-stream',
  '/counselor/init',
  '/v1/nothing/%E0%A4%A',
] as const;

const FIELDS = [
  'dream',
  'question',
  'query',
  'locale',
  'birth',
  'cards',
  'lines',
  'spread',
  'messages',
  'facts',
] as const;

/** Texts that were slow or caused errors in servers of this kind. */
const TEXTS = [
  'a snake',
  '뱀이 집에 들어왔다',
  '뱀'.repeat(400),
  'a\u0301\u0316'.repeat(200),
  '\u0000\u001b[31m',
  '('.repeat(500),
  `${'a '.repeat(300)}!`,
  '👨‍👩‍👧‍👦'.repeat(50),
  '1990-13-45',
  '__proto__',
  ' \t\n'.repeat(100),
] as const;
/** Texts of the largest accepted size, used for one in fifty generated values. */
const LONG_TEXTS = ['뱀'.repeat(4_000), 'e\u0301\u0316\u0317'.repeat(1_000), 'ㄱㅏ'.repeat(2_000), 'x'.repeat(60_000)];

/** Linear congruential generator, which returns the same numbers in every run. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function fuzzedRequest(random: (below: number) => number): FuzzedRequest {
  const pick = <Value>(values: readonly Value[]): Value => values[random(values.length)] as Value;
  const value = (depth: number): unknown => {
    if (random(50) === 0) return pick(LONG_TEXTS);
    const kind = random(depth > 3 ? 5 : 8);
    if (kind < 3) return pick(TEXTS);
    if (kind === 3) return pick([0, -1, 3.5, Number.MAX_SAFE_INTEGER, Number.MAX_VALUE]);
    if (kind === 4) return pick([null, true, false]);
    if (kind < 7) return fields(depth + 1);
    return Array.from({ length: random(6) }, () => value(depth + 1));
  };
  const fields = (depth: number) =>
    Object.fromEntries(Array.from({ length: random(5) }, () => [pick(FIELDS), value(depth)]));
  const json = JSON.stringify(random(10) === 0 ? value(0) : { ...fields(0), [pick(FIELDS)]: pick(TEXTS) });
  const body = random(12) === 0 ? json.slice(0, random(json.length + 1)) : json;
  const method = random(30) === 0 ? pick(['GET', 'DELETE', 'PUT', 'OPTIONS']) : 'POST';
  const type = random(40) === 0 ? 'text/plain' : 'application/json';
  const hasBody = method !== 'GET';
  return { method, path: pick(PATHS), body: hasBody ? body : undefined, headers: { 'Content-Type': type } };
}

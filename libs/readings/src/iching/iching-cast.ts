import {
  type Cast,
  ReadingInputError,
  castLines,
  findHexagram,
  linesShowing,
  plumLinesOfNumbers,
  plumLinesOfTime,
  randomSource,
  readLines,
  timeIn,
} from '@app/divination';
import { defaultTimezone } from '../reader-timezone.js';
import type { IchingInput } from './iching.input.js';

export interface PlacedCast extends Cast {
  readonly method: IchingInput['method'] | 'given';
  /** Civil date and time of the cast in ms, as if the clock showed UTC. */
  readonly clockMs: number;
}

/**
 * The cast from the client's lines, or a new cast.
 * @throws ReadingInputError for a hexagram or a time that does not exist
 */
export function ichingCast(input: IchingInput, nowMs: number): PlacedCast {
  const clockMs = clockOf(input, nowMs);
  const given = givenLines(input);
  const found = readLines(given ?? cast(input, clockMs));
  return { ...withResulting(found, input), method: given ? 'given' : input.method, clockMs };
}

/** Uses the resulting hexagram given by the client, even when the lines lead to another one. */
function withResulting(found: Cast, { resulting: given }: IchingInput): Cast {
  const resulting = given === undefined ? undefined : findHexagram(given);
  return resulting ? { ...found, resulting } : found;
}

function givenLines({ lines, hexagram, changing = [] }: IchingInput) {
  if (lines || hexagram === undefined) return lines;
  const found = findHexagram(hexagram);
  if (!found)
    throw new ReadingInputError('hexagram', {
      ko: '그런 괘가 없거나 같은 이름의 괘가 둘입니다.',
      en: 'There is no such hexagram, or there are two of this name.',
    });
  return linesShowing(found, changing);
}

function cast({ method, numbers, seed }: IchingInput, clockMs: number) {
  if (method === 'plum-time') return plumLinesOfTime(clockMs, 'at');
  const [above, below, moving] = numbers ?? [];
  if (method === 'plum-numbers' && above !== undefined && below !== undefined)
    return plumLinesOfNumbers([above, below, moving]);
  return castLines(method === 'yarrow' ? 'yarrow' : 'coins', randomSource(seed));
}

function clockOf({ at, readerTimezone, locale }: IchingInput, nowMs: number): number {
  const zone = readerTimezone ?? defaultTimezone(locale);
  const civil = at?.replace(' ', 'T') ?? timeIn(zone, nowMs).replace(' ', 'T');
  const clockMs = Date.parse(`${civil}:00Z`);
  if (new Date(clockMs).toJSON()?.startsWith(civil)) return clockMs;
  throw new ReadingInputError('at', { ko: '없는 날짜나 시각입니다.', en: 'There is no such day or time.' });
}

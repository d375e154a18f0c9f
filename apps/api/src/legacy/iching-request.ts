import { type Hexagram, ReadingInputError, findHexagram, linesShowing, readLines } from '@app/divination';
import { z } from 'zod';
import { toDocuments } from './to-documents.js';
import { locale, looseObject, text, wholeNumber } from './lenient-schemas.js';

/** `{index, text}`, or the bare number. */
const changingLine = z.preprocess(
  (value) => (typeof value === 'object' ? value : { index: value }),
  z.object({ index: wholeNumber, text: text(4_000) }),
);

const hexagram = z.object({ number: wholeNumber, name: text(100), symbol: text(10), judgment: text(4_000) });

const ichingRequest = z.object({
  hexagramNumber: wholeNumber,
  hexagramName: text(100),
  hexagramSymbol: text(10),
  judgment: text(4_000),
  image: text(4_000),
  coreMeaning: text(4_000),
  changingLines: z.preprocess((value) => value ?? [], z.array(changingLine).max(6, 'must have at most six lines')),
  resultingHexagram: z.preprocess((value) => value ?? undefined, hexagram.optional()),
  question: text(4_000),
  locale,
  persona: text(64),
  themes: looseObject,
});

type IchingRequest = z.infer<typeof ichingRequest>;

/**
 * `POST /iching/reading-stream` as input of the kind `iching`. A body that names no hexagram has one cast.
 * @throws ZodError, ReadingInputError for a hexagram or a line that does not exist
 */
export function ichingInputOf(body: unknown): Readonly<Record<string, unknown>> {
  const request = ichingRequest.parse(body);
  const { question, persona, judgment, image, coreMeaning, changingLines, resultingHexagram, themes } = request;
  return {
    question,
    persona,
    locale: request.locale,
    lines: linesOf(request),
    documents: toDocuments({
      Judgement: judgment,
      Image: image,
      'Core meaning': coreMeaning,
      'Changing lines': changingLines.map(({ text: words }) => words),
      'Judgement of the resulting hexagram': resultingHexagram?.judgment,
      Themes: themes,
    }),
  };
}

/** The six lines of the hexagram that the front end has cast. */
function linesOf(request: IchingRequest): readonly number[] | undefined {
  const primary = primaryOf(request);
  if (!primary) return undefined;
  const { changingLines, resultingHexagram } = request;
  const given = changingLines.map(({ index }, at) => lineNumber(index, at));
  const resulting = resultingHexagram?.number === undefined ? undefined : findHexagram(resultingHexagram.number);
  if (given.length === 0) return linesShowing(primary, resulting ? differing(primary, resulting) : []);
  return linesShowing(primary, countedFromOne(given, primary, resulting));
}

function primaryOf({ hexagramNumber, hexagramName, hexagramSymbol }: IchingRequest): Hexagram | undefined {
  const given = hexagramNumber ?? hexagramSymbol ?? hexagramName;
  if (given === undefined) return undefined;
  const primary = findHexagram(given) ?? (hexagramNumber === undefined && findHexagram(hexagramName ?? ''));
  if (primary) return primary;
  const field = hexagramNumber === undefined ? 'hexagramName' : 'hexagramNumber';
  throw new ReadingInputError(field, 'There is no such hexagram.');
}

function lineNumber(index: number | undefined, at: number): number {
  if (index !== undefined && index >= 0 && index <= 6) return index;
  throw new ReadingInputError(`changingLines.${at}.index`, 'A hexagram has the lines 1 to 6.');
}

const differing = (one: Hexagram, other: Hexagram): readonly number[] =>
  [1, 2, 3, 4, 5, 6].filter((n) => one.lines[n - 1] !== other.lines[n - 1]);

/** Lines count from 1. A front end that counts from 0 is recognised by a 0 or by the hexagram its lines result in. */
function countedFromOne(given: readonly number[], primary: Hexagram, resulting: Hexagram | undefined) {
  const raised = given.map((n) => n + 1);
  const leadThere = (lines: readonly number[]) =>
    readLines(linesShowing(primary, lines)).resulting?.number === resulting?.number;
  if (!given.includes(0))
    return resulting && !given.includes(6) && !leadThere(given) && leadThere(raised) ? raised : given;
  if (!given.includes(6)) return raised;
  throw new ReadingInputError('changingLines', 'A hexagram has the lines 1 to 6.');
}

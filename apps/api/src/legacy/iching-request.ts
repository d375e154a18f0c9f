import { type Hexagram, ReadingInputError, findHexagram, linesShowing, readLines } from '@app/divination';
import { z } from 'zod';
import { lineNamed } from './line-number.js';
import { personaOf } from './persona-of.js';
import { toDocuments } from './to-documents.js';
import { locale, looseObject, text, wholeNumber } from './lenient-schemas.js';

/** A changing line: `{index, text}` or the line number. */
const changingLine = z.preprocess(
  (value) => (typeof value === 'object' ? value : { number: value }),
  z.object({ index: wholeNumber, number: wholeNumber, text: text(4_000) }),
);

type ChangingLine = z.infer<typeof changingLine>;

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
 * Converts the body of `POST /iching/reading-stream` to input of the kind `iching`, with the hexagrams and lines that
 * the front end has displayed, even if they are inconsistent. If the body names no hexagram, the server casts one.
 * @throws ZodError, ReadingInputError for a hexagram or a line that does not exist
 */
export function ichingInputOf(body: unknown): Readonly<Record<string, unknown>> {
  const request = ichingRequest.parse(body);
  const { question, persona, judgment, image, coreMeaning, resultingHexagram, themes } = request;
  return {
    question,
    persona: personaOf(persona),
    locale: request.locale,
    ...castOf(request),
    documents: toDocuments({
      Judgement: judgment,
      Image: image,
      'Core meaning': coreMeaning,
      'Judgement of the resulting hexagram': resultingHexagram?.judgment,
      Themes: themes,
    }),
  };
}

/** The cast that the front end has displayed. */
function castOf(request: IchingRequest) {
  const primary = primaryOf(request);
  if (!primary) return {};
  const { changingLines } = request;
  const resulting = resultingOf(request);
  const numbers = changingLines.length > 0 ? lineNumbers(changingLines, primary, resulting) : undefined;
  return {
    lines: linesShowing(primary, numbers ?? (resulting ? differing(primary, resulting) : [])),
    resulting: resulting?.number,
    lineTexts: numbers?.flatMap((line, at) => {
      const words = changingLines[at]?.text;
      return words === undefined ? [] : [{ line, text: words }];
    }),
  };
}

function primaryOf({ hexagramNumber, hexagramName, hexagramSymbol }: IchingRequest): Hexagram | undefined {
  const given = hexagramNumber ?? hexagramSymbol ?? hexagramName;
  if (given === undefined) return undefined;
  const primary = findHexagram(given) ?? (hexagramNumber === undefined && findHexagram(hexagramName ?? ''));
  if (primary) return primary;
  const field = hexagramNumber === undefined ? 'hexagramName' : 'hexagramNumber';
  throw new ReadingInputError(field, { ko: '그런 괘가 없습니다.', en: 'There is no such hexagram.' });
}

function resultingOf({ resultingHexagram }: IchingRequest): Hexagram | undefined {
  const { number, symbol, name } = resultingHexagram ?? {};
  const given = number ?? symbol ?? name;
  return given === undefined ? undefined : findHexagram(given);
}

const differing = (one: Hexagram, other: Hexagram): readonly number[] =>
  [1, 2, 3, 4, 5, 6].filter((n) => one.lines[n - 1] !== other.lines[n - 1]);

/** Line numbers from 1: from the text of each line if it names one, else from its number or index. */
function lineNumbers(
  lines: readonly ChangingLine[],
  primary: Hexagram,
  resulting: Hexagram | undefined,
): readonly number[] {
  const named = lines.map(({ text: words = '' }) => lineNamed(words));
  const shift = shiftOf(lines, named, primary, resulting);
  return lines.map(({ index = -2, number }, at) => {
    const line = named[at] ?? number ?? index + shift;
    if (line >= 1 && line <= 6) return line;
    throw new ReadingInputError(`changingLines.${at}.index`, {
      ko: '괘의 효는 1효부터 6효까지입니다.',
      en: 'A hexagram has the lines 1 to 6.',
    });
  });
}

/**
 * Offset from index to line number: 1 for the older front ends, which count from 0. Front ends that count from 1 are
 * recognised by a line text that names the same number, by an index of 6, or by the resulting hexagram.
 */
function shiftOf(
  lines: readonly ChangingLine[],
  named: readonly (number | undefined)[],
  primary: Hexagram,
  resulting: Hexagram | undefined,
): 0 | 1 {
  const indexes = lines.flatMap(({ index }) => index ?? []);
  if (indexes.includes(0)) return 1;
  if (indexes.includes(6) || named.some((line, at) => line !== undefined && line === lines[at]?.index)) return 0;
  const leadsThere = (shift: number) => {
    const changed = readLines(
      linesShowing(
        primary,
        indexes.map((index) => index + shift),
      ),
    ).resulting;
    return resulting !== undefined && changed?.number === resulting.number;
  };
  return leadsThere(0) && !leadsThere(1) ? 0 : 1;
}

import { createParser } from 'eventsource-parser';

/** Parsers of front ends; each returns the `data` values in order. */

/** Standard parser, fed one byte at a time. */
export function readBytewise(bytes: string): readonly string[] {
  const data: string[] = [];
  const parser = createParser({ onEvent: (event) => data.push(event.data) });
  const decoder = new TextDecoder();
  for (const byte of new TextEncoder().encode(bytes))
    parser.feed(decoder.decode(Uint8Array.of(byte), { stream: true }));
  return data;
}

/** Splits each read into lines without buffering partial lines. */
export const readNaively = (reads: readonly string[]): readonly string[] =>
  reads.flatMap((read) =>
    read
      .split('\n')
      .filter((line) => line.startsWith('data: '))
      .map((line) => line.slice('data: '.length)),
  );

/** Splits into blocks and trims every line. */
export const readTrimming = (bytes: string): readonly string[] =>
  bytes.split('\n\n').flatMap((block) => {
    const lines = block.split('\n').filter((line) => line.startsWith('data:'));
    return lines.length > 0
      ? [
          lines
            .map((line) => line.slice('data:'.length).trimStart())
            .join('')
            .trim(),
        ]
      : [];
  });

import { DocumentRefusedError } from './document-refused.error.js';

/** Control characters that no text has; tab, line feed, form feed and carriage return are the exceptions. */
// oxlint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/;
const UTF16_MARKS: ReadonlySet<string> = new Set(['fffe', 'feff']);

/**
 * Text of UTF-8 bytes in NFC, without a byte order mark, lines ending in `\n`.
 * @throws DocumentRefusedError for binary data and for other encodings: guessing would put noise into the tables.
 */
export function decodeText(bytes: Uint8Array): string {
  if (UTF16_MARKS.has(Buffer.from(bytes.subarray(0, 2)).toString('hex')))
    throw new DocumentRefusedError('is UTF-16; save it as UTF-8');
  const text = decodeUtf8(bytes);
  if (BINARY.test(text)) throw new DocumentRefusedError('is binary, not text');
  return text.replace(/\r\n?/g, '\n').normalize('NFC');
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const reason = bytes.includes(0) ? 'is binary, not text' : 'is not valid UTF-8; save it as UTF-8';
    throw new DocumentRefusedError(reason);
  }
}

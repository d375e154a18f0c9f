import { DocumentRefusedError } from './document-refused.error.js';

/** Control characters that do not occur in text files. Tab, line feed, form feed and carriage return are allowed. */
// oxlint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/;
const UTF16_MARKS: Readonly<Record<string, string>> = { fffe: 'utf-16le', feff: 'utf-16be' };
/** The WHATWG name of CP949, which contains EUC-KR. */
const KOREAN = 'euc-kr';
/**
 * Korean text decoded as CP949 consists mostly of Hangul and ASCII; other encodings decoded as CP949 give a mixture
 * with Hanja and symbols.
 */
const MIN_HANGUL_SHARE = 0.7;

export interface DecodedText {
  /** NFC, without a byte order mark; lines end in `\n`. */
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'CP949';
}

/**
 * Decodes UTF-8, UTF-16 with a byte order mark, or CP949.
 * @throws DocumentRefusedError for binary data and for other encodings, which cannot be detected reliably.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const { text, encoding } = decodeUtf16(bytes) ?? decodeUtf8(bytes) ?? decodeKorean(bytes);
  if (BINARY.test(text)) throw new DocumentRefusedError('is binary, not text');
  return { text: text.replace(/\r\n?/g, '\n').normalize('NFC'), encoding };
}

function decodeUtf16(bytes: Uint8Array): DecodedText | undefined {
  const label = UTF16_MARKS[Buffer.from(bytes.subarray(0, 2)).toString('hex')];
  return label === undefined ? undefined : { text: new TextDecoder(label).decode(bytes), encoding: 'UTF-16' };
}

function decodeUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = decodeStrictly(bytes, 'utf-8');
  return text === undefined ? undefined : { text, encoding: 'UTF-8' };
}

function decodeKorean(bytes: Uint8Array): DecodedText {
  if (bytes.includes(0)) throw new DocumentRefusedError('is binary, not text');
  const text = decodeStrictly(bytes, KOREAN);
  if (text === undefined || !isKorean(text))
    throw new DocumentRefusedError('is neither UTF-8 nor CP949; save it as UTF-8');
  return { text, encoding: 'CP949' };
}

function isKorean(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  const foreign = text.match(/[^\u0000-\u007F]/g) ?? [];
  const hangul = foreign.filter((character) => /\p{Script=Hangul}/u.test(character));
  return hangul.length >= MIN_HANGUL_SHARE * foreign.length;
}

/** Returns undefined when the bytes are invalid in this encoding. */
function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

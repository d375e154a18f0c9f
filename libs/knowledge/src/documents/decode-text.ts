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
  /** UTF-8, UTF-16, CP949, or the declared encoding. */
  readonly encoding: string;
}

/**
 * Decodes UTF-8, UTF-16 with a byte order mark, the declared encoding, or CP949.
 * @param declared encoding that the file names itself; ignored when the content is valid UTF-8
 * @throws DocumentRefusedError for binary data and for other encodings, which cannot be detected reliably.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const { text, encoding } =
    decodeUtf16(bytes) ?? decodeAs(bytes, 'UTF-8') ?? decodeAs(bytes, declared) ?? decodeKorean(bytes);
  if (BINARY.test(text)) throw new DocumentRefusedError('is binary, not text');
  return { text: text.replace(/\r\n?/g, '\n').normalize('NFC'), encoding };
}

function decodeUtf16(bytes: Uint8Array): DecodedText | undefined {
  const label = UTF16_MARKS[Buffer.from(bytes.subarray(0, 2)).toString('hex')];
  return label === undefined ? undefined : { text: new TextDecoder(label).decode(bytes), encoding: 'UTF-16' };
}

function decodeAs(bytes: Uint8Array, label: string | undefined): DecodedText | undefined {
  const text = label === undefined ? undefined : decodeStrictly(bytes, label);
  return text === undefined || label === undefined ? undefined : { text, encoding: label };
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

/** Returns undefined when the bytes are invalid in this encoding, or the encoding is unknown. */
function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

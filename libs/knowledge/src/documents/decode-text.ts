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

/**
 * Decodes UTF-8, UTF-16 with a byte order mark, or CP949. Returns the text in NFC without the mark; lines end in `\n`.
 * @throws DocumentRefusedError for binary data and for other encodings, which cannot be detected reliably.
 */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = UTF16_MARKS[Buffer.from(bytes.subarray(0, 2)).toString('hex')];
  const text = utf16 === undefined ? decodeUtf8(bytes) : new TextDecoder(utf16).decode(bytes);
  if (BINARY.test(text)) throw new DocumentRefusedError('is binary, not text');
  return text.replace(/\r\n?/g, '\n').normalize('NFC');
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (bytes.includes(0)) throw new DocumentRefusedError('is binary, not text');
    const text = decodeKorean(bytes);
    if (text === undefined) throw new DocumentRefusedError('is neither UTF-8 nor CP949; save it as UTF-8');
    return text;
  }
}

/** Returns undefined when the bytes are not valid CP949 or the decoded text is not Korean. */
function decodeKorean(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(KOREAN, { fatal: true }).decode(bytes);
    // oxlint-disable-next-line no-control-regex
    const foreign = text.match(/[^\u0000-\u007F]/g) ?? [];
    const hangul = foreign.filter((character) => /\p{Script=Hangul}/u.test(character));
    return hangul.length >= MIN_HANGUL_SHARE * foreign.length ? text : undefined;
  } catch {
    return undefined;
  }
}

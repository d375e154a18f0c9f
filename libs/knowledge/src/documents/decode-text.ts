import iconv from 'iconv-lite';
import { DocumentRefusedError } from './document-refused.error.js';

/** Control characters that do not occur in text files. Tab, line feed, form feed and carriage return are allowed. */
// oxlint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/;
/** Ctrl-Z, with which old editors end a file. */
// oxlint-disable-next-line no-control-regex
const END_MARK = /\u001A+$/;
const UTF16_MARKS: Readonly<Record<string, string>> = { fffe: 'utf-16le', feff: 'utf-16be' };
/** Bytes from which the byte order of UTF-16 without a mark is detected. */
const SAMPLED_BYTES = 4_096;
/** Share of ASCII characters, whose other byte is 0, in UTF-16 text; Korean has about one space in four characters. */
const MIN_ASCII_SHARE = 0.05;
const MIN_ASCII = 4;
/** Valid characters beyond ASCII for each damaged byte in a text that counts as UTF-8. */
const VALID_PER_DAMAGED = 10;
/**
 * Korean text decoded as CP949 consists mostly of Hangul and ASCII; other encodings decoded as CP949 give a mixture
 * with Hanja and symbols.
 */
const MIN_HANGUL_SHARE = 0.7;
/** Marks that decorate Korean texts: quotation marks, dots, arrows, lines, boxes, stars, and letters of laughing and crying. */
const DECORATION = /[\u00B7\u2010-\u2027\u203B\u2190-\u21FF\u2500-\u26FF\u3000-\u3011ㅋㅎㅠㅜ]/g;
/** Limits for Korean with many Hanja. Chinese decoded as CP949 has Hangul too, but not the common syllables. */
const MIXED = { hangulOrHan: 0.9, hangul: 0.25, common: 0.15 } as const;
/** Syllables that only CP949 has are rare in Korean; Johab decoded as CP949 consists of them. */
const MAX_RARE_SHARE = 0.5;
const COMMON_SYLLABLES = /[이다는의을에고가하지은기한사로도리어나시]/g;

export interface DecodedText {
  /** NFC, without a byte order mark; lines end in `\n`. */
  readonly text: string;
  /** UTF-8, UTF-16, CP949, or the declared encoding. */
  readonly encoding: string;
  /** Number of damaged characters, which the text shows as U+FFFD. */
  readonly damaged: number;
}

type Decoded = Pick<DecodedText, 'text' | 'encoding'>;

/**
 * Decodes UTF-8, UTF-16, the declared encoding, or CP949.
 * @param declared encoding that the file names itself; ignored when the content is valid UTF-8
 * @throws DocumentRefusedError for binary data and for other encodings, which cannot be detected reliably.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const whole = decodeUtf16(bytes) ?? decodeAs(bytes, 'UTF-8') ?? decodeAs(bytes, declared);
  if (whole) return { ...cleaned(whole), damaged: 0 };
  const damaged = decodeDamaged(bytes);
  return damaged ?? { ...cleaned(decodeKorean(bytes)), damaged: 0 };
}

/** @throws DocumentRefusedError */
function cleaned({ text, encoding }: Decoded): Decoded {
  const content = text.replace(END_MARK, '');
  if (BINARY.test(content)) throw new DocumentRefusedError('is binary, not text');
  return { text: content.replace(/\r\n?/g, '\n').normalize('NFC'), encoding };
}

function decodeUtf16(bytes: Uint8Array): Decoded | undefined {
  const marked = UTF16_MARKS[Buffer.from(bytes.subarray(0, 2)).toString('hex')];
  if (marked !== undefined) return { text: new TextDecoder(marked).decode(bytes), encoding: 'UTF-16' };
  const label = byteOrderOf(bytes);
  const text = label === undefined ? undefined : decodeStrictly(bytes, label);
  return text === undefined || BINARY.test(text) ? undefined : { text, encoding: 'UTF-16' };
}

/** Detects UTF-16 without a mark by its ASCII characters: one byte of each is 0, always the first or the second. */
function byteOrderOf(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, SAMPLED_BYTES);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2]!++;
  const [first = 0, second = 0] = zeros;
  const min = Math.max(MIN_ASCII, (MIN_ASCII_SHARE * sample.length) / 2);
  if (first === 0 && second >= min) return 'utf-16le';
  return second === 0 && first >= min ? 'utf-16be' : undefined;
}

function decodeAs(bytes: Uint8Array, label: string | undefined): Decoded | undefined {
  const text = label === undefined ? undefined : decodeStrictly(bytes, label);
  return text === undefined || label === undefined ? undefined : { text, encoding: label };
}

/** UTF-8 with a few damaged bytes, as files have that were cut or joined. */
function decodeDamaged(bytes: Uint8Array): DecodedText | undefined {
  if (bytes.includes(0)) return undefined;
  const text = new TextDecoder().decode(bytes);
  const damaged = text.match(/\uFFFD/g)?.length ?? 0;
  const valid = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return valid < VALID_PER_DAMAGED * damaged ? undefined : { ...cleaned({ text, encoding: 'UTF-8' }), damaged };
}

function decodeKorean(bytes: Uint8Array): Decoded {
  if (bytes.includes(0)) throw new DocumentRefusedError('is binary, not text');
  const text = decodeCp949(bytes);
  if (text === undefined || !isKorean(text) || rareShare(bytes) > MAX_RARE_SHARE)
    throw new DocumentRefusedError('is neither UTF-8 nor CP949; save it as UTF-8');
  return { text, encoding: 'CP949' };
}

/** Share of the two-byte characters that CP949 adds to EUC-KR. */
function rareShare(bytes: Uint8Array): number {
  let [rare, all] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at++) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
    if (first < 0x80) continue;
    all++;
    at++;
    if (first < 0xa1 || second < 0xa1) rare++;
  }
  return rare / Math.max(1, all);
}

function isKorean(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  // oxlint-disable-next-line no-control-regex
  const foreign = count(/[^\u0000-\u007F]/g);
  // Syllables only: single letters are what Japanese kana in EUC-JP look like.
  const hangul = count(/[가-힣]/g);
  if (hangul >= MIN_HANGUL_SHARE * foreign) return true;
  const plain = foreign - count(DECORATION);
  const isDecorated = hangul >= MIN_HANGUL_SHARE * plain;
  const isMixed = hangul + count(/\p{Script=Han}/gu) >= MIXED.hangulOrHan * plain && hangul >= MIXED.hangul * plain;
  return (isDecorated || isMixed) && count(COMMON_SYLLABLES) >= MIXED.common * hangul;
}

/** Returns undefined when the bytes are invalid in this encoding, or the encoding is unknown. */
function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return decoder.encoding === 'euc-kr' ? decodeCp949(bytes) : decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Node's `TextDecoder` knows only the 2 350 syllables of EUC-KR; CP949 has all 11 172, such as 똠 and 됬. */
function decodeCp949(bytes: Uint8Array): string | undefined {
  const text = iconv.decode(Buffer.from(bytes), 'cp949');
  return text.includes('\uFFFD') ? undefined : text;
}

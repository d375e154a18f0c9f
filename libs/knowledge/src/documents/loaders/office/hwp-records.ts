/** Tag of the records that hold a paragraph's text. */
const PARAGRAPH_TEXT = 67;
/** A size of 4 095 means that the actual size follows in a separate 32-bit field. */
const LONG_SIZE = 0xfff;
const TAB = 9;
/** Control characters that take one unit: line feed, end of paragraph and, from 24 on, hyphens and spaces. */
const SINGLE_UNIT: ReadonlySet<number> = new Set([0, 10, 13]);
const LAST_OBJECT = 23;
/** Other control characters stand for tables, pictures and fields and take eight units. */
const OBJECT_UNITS = 8;

/**
 * Returns the paragraphs of an unpacked section, in NFC, without empty ones. The format is that of Hancom's
 * "Hwp Document File Formats 5.0".
 */
export function hwpParagraphs(section: Buffer): readonly string[] {
  const paragraphs: string[] = [];
  for (let at = 0; at + 4 <= section.length;) {
    const head = section.readUInt32LE(at);
    at += 4;
    let size = head >>> 20;
    if (size === LONG_SIZE && at + 4 <= section.length) {
      size = section.readUInt32LE(at);
      at += 4;
    }
    if ((head & 0x3ff) === PARAGRAPH_TEXT) paragraphs.push(textOf(section.subarray(at, at + size)));
    at += size;
  }
  return paragraphs.map((text) => text.normalize('NFC').trim()).filter(Boolean);
}

function textOf(record: Buffer): string {
  let text = '';
  for (let at = 0; at + 2 <= record.length; at += 2) {
    const unit = record.readUInt16LE(at);
    if (unit > 31) text += String.fromCharCode(unit);
    else if (unit === 10) text += '\n';
    else if (unit > LAST_OBJECT) text += unit === 24 ? '-' : ' ';
    else if (!SINGLE_UNIT.has(unit)) {
      if (unit === TAB) text += '\t';
      at += 2 * (OBJECT_UNITS - 1);
    }
  }
  return text;
}

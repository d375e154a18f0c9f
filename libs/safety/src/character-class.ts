/** Character classes of the crisis matcher. */
export const LETTER = 1;
export const SENTENCE_END = 2;
export const APOSTROPHE = 3;

/** Class of every UTF-16 unit, 0 for other characters. A table, because a regular expression per character is slow. Letters
 *  above U+FFFF are 0: NFKC has already folded those that look like Latin ones. */
export const CHARACTER_CLASS: Uint8Array = table();

function table(): Uint8Array {
  const classes = new Uint8Array(65_536);
  const isLetter = /^[\p{L}\p{N}]$/u;
  for (let unit = 0; unit < 0xd800; unit++) if (isLetter.test(String.fromCharCode(unit))) classes[unit] = LETTER;
  for (let unit = 0xf900; unit < 65_536; unit++) if (isLetter.test(String.fromCharCode(unit))) classes[unit] = LETTER;
  for (const end of '.!?…;\r\n。！？') classes[end.charCodeAt(0)] = SENTENCE_END;
  for (const mark of "'’`") classes[mark.charCodeAt(0)] = APOSTROPHE;
  return classes;
}

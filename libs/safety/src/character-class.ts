/** Character classes of the crisis matcher. */
export const LETTER = 1;
export const SENTENCE_END = 2;
export const APOSTROPHE = 3;

/**
 * Character class of every UTF-16 code unit; 0 for all other characters. A table, because a regular expression for each
 * character is slow. Letters above U+FFFF have class 0: NFKC has already folded those that look like Latin letters.
 */
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

import { composeText } from '@app/text';

/** Characters that users cannot see but a model can process, and characters that reorder visible text. */
const SUSPECTS = /[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u;
const EACH_SUSPECT = new RegExp(SUSPECTS, 'gu');
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;

/** Flags of England, Scotland and Wales, the only ones encoded with invisible tag characters. */
const TAG_FLAG =
  /\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}/gu;
/** An emoji before a joiner may have a skin tone or a variation selector. */
const EMOJI_BEFORE = /\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;
/** Scripts in which a joiner or non-joiner changes the shape of letters. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*$/u;
/** A single variation selector may follow emoji, keycaps and Han; a sequence of selectors can encode hidden bytes. */
const VARIABLE = /[\p{Extended_Pictographic}\p{Script=Han}0-9#*]$/u;
const OLD_HANGUL = /[\u1100-\u11FF\uA960-\uA97C\uD7B0-\uD7FB]/;

/**
 * Removes control, bidirectional and invisible characters from a user's text and composes it (NFC). Visible text stays:
 * letters of every script, emoji with their joiners, tabs and line breaks (as `\n`). Linear in the text's length.
 */
export function cleanInput(text: string): string {
  const whole = text.toWellFormed().replace(LINE_BREAKS, '\n');
  return composeText(SUSPECTS.test(whole) ? withoutSuspects(whole) : whole);
}

function withoutSuspects(text: string): string {
  const flags: string[] = [];
  // Remove FLAG_PLACE from the text first, so that each remaining one marks a flag.
  const bare = text
    .replaceAll(FLAG_PLACE, '')
    .replace(TAG_FLAG, (flag) => FLAG_PLACE.repeat(Math.min(1, flags.push(flag))));
  const kept: string[] = [];
  // The last kept characters; slicing the whole result would copy it for every suspect.
  let tail = '';
  const keep = (piece: string) => {
    kept.push(piece);
    tail = (tail + piece.slice(-REACH)).slice(-REACH);
  };
  let from = 0;
  let flag = 0;
  for (const { 0: suspect, index } of bare.matchAll(EACH_SUSPECT)) {
    keep(bare.slice(from, index));
    from = index + suspect.length;
    if (suspect === FLAG_PLACE) keep(flags[flag++] ?? '');
    else if (belongs(suspect, tail, bare.slice(from, from + 2))) keep(suspect);
  }
  keep(bare.slice(from));
  return kept.join('');
}

/** Number of characters before a suspect that are examined. */
const REACH = 12;
/** Placeholder for a flag while the surrounding text is cleaned. */
const FLAG_PLACE = '\u0001';

/** Whether a suspect character is part of visible text, given the text kept before it and the text after it. */
function belongs(suspect: string, near: string, after: string): boolean {
  if (suspect === '\n' || suspect === '\t') return true;
  if (suspect === '\u200D') return (EMOJI_BEFORE.test(near) && EMOJI_AFTER.test(after)) || JOINING.test(near);
  if (suspect === '\u200C') return JOINING.test(near);
  if (/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u.test(suspect)) return VARIABLE.test(near);
  if (/[\u115F\u1160]/.test(suspect)) return OLD_HANGUL.test(near.slice(-1)) || OLD_HANGUL.test(after.slice(0, 1));
  if (/[\u180B-\u180D\u180F]/.test(suspect)) return /\p{Script=Mongolian}$/u.test(near);
  return false;
}

/** Role words, with surrounding punctuation, that could make a line look like another speaker's turn. */
const ROLE =
  /^[^\p{L}\p{N}]*(system|assistant|user|developer|tool|human|ai|시스템|사용자|어시스턴트)[^\p{L}\p{N}:：]*[:：]/iu;
/** Marks that separate turns in chat templates: `<|im_start|>`, `[INST]`, `<<SYS>>`, `</s>`. */
const TEMPLATE = /<\|[^|>]{0,40}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?s>|<\/?(?:system|assistant|user|tool)>/gi;
const FENCES = /`{3,}|~{3,}/g;
/** Citation marks. Only numbers of this reading's passages may have this form. */
const CITATION = /\[(\d{1,3})\]/g;
/** Control characters and characters that reorder or hide text: bidirectional marks, zero-width characters, tags. */
const INVISIBLE = /[\p{Cc}\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/**
 * External text as one line that cannot end its block: removes the marker, role words, chat template marks, code fences
 * and citations. The remaining wording is kept; the prompt's rules say that it is not an instruction.
 * @param marker nothing is removed when absent
 */
export const cleanMaterial = (text: string, marker?: string): string => untilStable(text, (rest) => pass(rest, marker));

/** The user's text, unchanged except that the marker is removed. */
export const withoutMarker = (text: string, marker: string): string =>
  untilStable(text, (rest) => rest.replaceAll(marker, ''));

/**
 * Repeats `change` until the text stays the same, because removing one match may join the halves of another.
 * Terminates, because every pass shortens the text.
 */
function untilStable(text: string, change: (text: string) => string): string {
  const changed = change(text);
  return changed === text ? text : untilStable(changed, change);
}

function pass(text: string, marker: string | undefined): string {
  const clean = text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
    .map((line) => line.replace(ROLE, ''))
    .join(' ')
    .replaceAll(INVISIBLE, ' ');
  return (marker === undefined ? clean : clean.replaceAll(marker, ''))
    .replaceAll(TEMPLATE, '')
    .replaceAll(FENCES, '')
    .replaceAll(CITATION, '($1)')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Applies `cleanMaterial` to every text in the facts, including keys. */
export function cleanFacts(value: unknown, marker: string): unknown {
  if (typeof value === 'string') return cleanMaterial(value, marker);
  if (Array.isArray(value)) return value.map((entry) => cleanFacts(entry, marker));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [cleanMaterial(key, marker), cleanFacts(entry, marker)]),
  );
}

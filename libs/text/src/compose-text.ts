/** Combining marks allowed in a row, as in UAX 15's stream-safe text format; no language's spelling needs as many. */
const SURPLUS_MARKS = /(\p{M}{30})\p{M}+/gu;

/** NFC in linear time. Without the limit, ordering a run of combining marks canonically takes quadratic time. */
export const composeText = (text: string): string => text.replace(SURPLUS_MARKS, '$1').normalize('NFC');

/** A delta by its name, or a raw stream's text; neither can be said by a text, which has no line break of its own. */
const TEXT = /(?:^|\n)event: delta\n|(?:^|\n\n)(?:id: [^\n]*\n)?data: (?!\[(?:DONE|ERROR)\])/;
const RAW_ERROR = Buffer.from('data: [ERROR] ');
const AT_LINE_START = /(?:^|\n)data: \[ERROR\] /;

/** Whether a chunk of whole frames, named events or raw text, tells its reader any of the reading's words. */
export const tellsText = (chunk: Buffer): boolean => TEXT.test(chunk.toString('latin1'));

/** Whether a raw stream says that it broke. */
export const tellsRawError = (chunk: Buffer): boolean =>
  chunk.includes(RAW_ERROR) && AT_LINE_START.test(chunk.toString('latin1'));

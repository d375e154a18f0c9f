/** A file that is not taken in. The message is half a sentence for the operator, without the file's words. */
export class DocumentRefusedError extends Error {
  readonly code = 'document.refused';
}

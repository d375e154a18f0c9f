import { decodeText } from '../decode-text.js';
import { type FileToLoad, type LoadedFile, oneDocument } from '../document.js';
import { titleOf } from './title-of.js';

/** Loads plain text as a single block. */
export const loadText = ({ name, bytes }: FileToLoad): LoadedFile =>
  oneDocument(titleOf(name), [{ headings: [], text: decodeText(bytes) }]);

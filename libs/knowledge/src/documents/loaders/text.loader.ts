import { type LoadedFile, type TextToLoad, oneDocument } from '../document.js';
import { lettersIn } from '../letters.js';
import { titleOf } from './title-of.js';

/** Loads plain text as a single block. */
export const loadText = ({ name, text }: TextToLoad): LoadedFile =>
  oneDocument(titleOf(name), [{ headings: [], text }], lettersIn(text));

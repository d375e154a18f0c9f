export { analyze, ANALYZER_VERSION, tokenColumn } from './analysis/analyze.js';
export { koreanBaseForms } from './analysis/korean-particles.js';
export { composeText } from './compose-text.js';
export { detectScripts, dominantScript, type Script } from './detect-scripts.js';
export { estimateTokens } from './estimate-tokens.js';
export { foldText } from './fold-text.js';
export {
  isHangul,
  lastSyllable,
  type Syllable,
  type SyllableEnding,
  syllableEnding,
  syllablesEnding,
  withLast,
} from './hangul.js';
export { isJosa, particleAfter, withJosa } from './josa.js';
export { capitalised, listNames } from './list-names.js';
export { LOCALES, type Locale } from './locale.js';
export { splitSentences } from './split-sentences.js';
export { PhraseMatcher, type PhraseMatch } from './phrases/phrase-matcher.js';
export { splitWords, type Word } from './phrases/split-words.js';
export { printable } from './printable.js';
export { randomText } from './random-text.js';
export { pick, stableHash } from './stable-hash.js';
export { isSameWord, wordStems } from './word-stems.js';
export { startsWord, wordRest } from './word-boundary.js';

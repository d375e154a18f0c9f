import { composeText } from '@app/text';
import { joinJamo } from './join-jamo.js';
import { LEET } from './leet.js';

const LEET_WITHIN = /(?<=[a-z])[013457@$!|]{1,3}(?=[a-z])|(?<![\p{L}\p{N}$])\$(?=[a-z])/gu;
const HAS_LEET = /[013457@$!|][a-z]/;

/** Cyrillic and Greek letters that look like Latin ones. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Array.from('аaеeоoрpсcуyхxіiѕsјjԁdһhкkмmтtвbнhαaεeιiκkοoρpτtυuνvηnωw'.match(/../gu) ?? [], (pair) => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
);
const LOOKALIKE = /[\u0370-\u03ff\u0400-\u052f]/g;

/**
 * Consecutive single jamo, optionally with one separator between them: ㅈㅏㅅㅏㄹ, ㅈ.ㅏ.ㅅ.ㅏ.ㄹ. NFKC alone does not compose
 * final consonants.
 */
const JAMO_RUN = /[ㄱ-ㅣ](?:[ .·_~-]?[ㄱ-ㅣ]){2,60}/g;
const JAMO_SYLLABLE = /[ㄱ-ㅎ][ .·_~-]?[ㅏ-ㅣ]/;

/**
 * Normalizes obfuscated text before matching: NFKC, lower case, combining marks removed, single jamo composed into
 * syllables, and look-alike letters, digits and signs inside Latin words replaced by Latin letters. Linear.
 */
export function foldText(text: string): string {
  const folded = withoutMarks(joinRuns(composeText(text)))
    .normalize('NFKC')
    .toLowerCase()
    .replace(LOOKALIKE, (letter) => LOOKALIKES.get(letter) ?? letter);
  // Avoids the slow look-behind for most texts.
  return HAS_LEET.test(folded)
    ? folded.replace(LEET_WITHIN, (signs) => Array.from(signs, (sign) => LEET[sign] ?? sign).join(''))
    : folded;
}

const withoutMarks = (text: string): string =>
  /[\u0080-\uabff\ud7a4-\uffff]/.test(text) ? text.normalize('NFKD').replace(/\p{M}+/gu, '') : text;

/** Composes runs of jamo into syllables. Runs that form no syllable (ㅋㅋㅋ, ㅠㅠ) stay unchanged. */
const joinRuns = (text: string): string =>
  text.replace(JAMO_RUN, (run) => (JAMO_SYLLABLE.test(run) ? joinJamo(run.replaceAll(/[^ㄱ-ㅣ]/g, '')) : run));

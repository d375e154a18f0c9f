import { stripParticles } from './analysis/korean-particles.js';
import { stemEnglish } from './analysis/stem-english.js';
import { composeText } from './compose-text.js';
import { isHangul } from './hangul.js';

const SYLLABLES_PER_INITIAL = 588;
const STOP_WORDS = new Set(
  '나 내 저 제 우리 그 이 것 수 때 더 안 못 잘 꿈 꿈속 결국 그리고 그런데 하지만 너무 정말 매우 조금 있는 있었 있다 없는 하는 했다 한다 지금 오늘 요즘 올해 제가 내가 나를 저를 저는 나는 무슨 뜻 무엇 어떤 왜 언제 누가 어떻게 그냥 뭔가 그래서 그럼 이상했음 좋을까요 하나요 해야 되는 되었다 됐다 합니다 됩니다 입니다 the a an and or but of to in on at by for with from into was were is are be been it its i me my you your he she they them that this then there had has have not so as if when what who which does do did can could will would should may how why about tell me please year mean means dream dreamed dreamt just idk lol stuff weird something some thing really so very never now one'.split(
    ' ',
  ),
);

/**
 * Stems of the content words of a text in text order: Korean words without particles, English words stemmed by
 * Snowball.
 */
export function wordStems(text: string): readonly string[] {
  const words =
    composeText(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map(stemOf).filter((stem) => stem !== '' && !STOP_WORDS.has(stem));
}

function stemOf(word: string): string {
  if (STOP_WORDS.has(word)) return '';
  return isHangul(word.at(-1)) ? stripParticles(word) : stemEnglish(word);
}

/**
 * Whether two stems are forms of one word: equal, or with a common prefix that covers most of the shorter one. Korean
 * is compared by letters (들어와 and 들어오는 share 들어). One-syllable words must be equal, because 물 (water) is not a form of
 * 물리다 (to be bitten).
 */
export function isSameWord(left: string, right: string): boolean {
  if (left === right) return true;
  if (firstSound(left) !== firstSound(right)) return false;
  if (Math.min(left.length, right.length) < 2) return false;
  const [a, b] = [left.normalize('NFD'), right.normalize('NFD')];
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a[shared] === b[shared]) shared++;
  return shared >= 4 && shared / Math.min(a.length, b.length) >= 0.75;
}

/**
 * The first letter of a word; for a Korean syllable, the index of its initial consonant. Rejects most pairs without
 * creating strings.
 */
const firstSound = (word: string): number =>
  isHangul(word) ? Math.floor((word.charCodeAt(0) - 0xac00) / SYLLABLES_PER_INITIAL) : word.charCodeAt(0);

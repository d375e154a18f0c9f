/** Opening words that refer to the previous sentence, so that the sentence cannot be quoted alone. */
const KOREAN =
  /^(?:그|이|저|그런|이런|저런|그것|이것|그곳|이때|그때|그래서|그러나|그러면|그러니|그러므로|그런데|그리고|그렇게|이렇게|그래도|하지만|따라서|또|또한|반대로|반면|다만|둘|둘째|셋째|여기|거기|이는|이를|그는|그들|그녀|이에|이처럼|그만큼|이어서|덕분에|때로는|남은|적은|나머지)(?=[\s,은는이가을를의도에])/u;
const ABOUT_THE_SUBJECT = /^(?:이 (?:카드|괘|효|상징|꿈|별자리|장면|이야기|풀이)|지금)/u;
const ENGLISH =
  /^(?:it|its|they|their|them|this|that|these|those|but|and|so|yet|then|both|such|he|she|his|her|either|neither|otherwise|however|instead|even so|likewise|thus|therefore|still|also|once it|the other|the rest|in that|for that)(?:['’]\w+)?\b/iu;
/** Beginnings such as "It is time to …", in which "it" refers forward. */
const IT_POINTS_FORWARD =
  /^it (?:helps|takes|(?:is|may be|can be) (?:time|good|best|worth|fine|easy|hard|all right|better|enough|a good))\b/iu;
const ABOUT_THIS = /^this (?:card|hexagram|line|symbol|dream|sign|scene|story|reading|is a)\b/iu;

export function isAnaphoric(sentence: string): boolean {
  if (ABOUT_THE_SUBJECT.test(sentence) || ABOUT_THIS.test(sentence)) return false;
  if (IT_POINTS_FORWARD.test(sentence)) return false;
  return KOREAN.test(sentence) || ENGLISH.test(sentence);
}

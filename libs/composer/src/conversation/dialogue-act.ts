/** Type of a user's message in a conversation. */
export type DialogueAct = 'thanks' | 'recall' | 'correction' | 'disagreement' | 'question' | 'statement';

/**
 * Tested in this order, because a message may match several patterns: "thanks, but what did I say?" is a recall, and a
 * correction may also contain thanks or disagreement.
 */
const PATTERNS: readonly (readonly [DialogueAct, RegExp])[] = [
  [
    'recall',
    /(?:제가|내가|저는|나는)?[^.?!]{0,30}(?:뭐라고|뭐랬|어떻게 된다고|어떻다고|누구라고|어디라고|언제라고|몇[^.?!]{0,8}라고|했다고)[^.?!]{0,8}(?:했(?:죠|지|나요|더라|었죠|습니까|어요|는지|더라고요)|말했|말씀드렸|그랬)|아까 (?:제가|내가)[^.?!]{0,40}(?:했죠|했지|했어요|했나요|말했|뭐였|뭐죠)|(?:뭐였|언제였|어디였|누구였|몇[^.?!]{0,6}였)(?:죠|지|나요|더라)|(?:기억하|기억나)(?:세요|시나요|시죠|니|지)|(?:다고|라고|냐고|자고)[^.?!]{0,4}(?:했죠|했지요|했었죠|했나요|했더라|말했죠|말씀드렸죠)|(?:제가|내가) (?:뭘|무엇을|무슨|어떤)[^.?!]{0,20}(?:했죠|했지|했나요|말했|물었죠|물었나요|뽑았죠|뽑았나요)|\bwhat did i (?:say|tell|ask|call)|\b(?:did i say|i said i|have i told|remind me|do you remember|can you remember|what was my|what['’]s my|tell me again|(?:who|when|where|which|what|how)[^.?!]{0,40} did i (?:say|tell|mention|draw|call|give|get|cast))\b|\b(?:what|who|when|where|which)[^.?!]{0,60}\bagain\s*\?/iu,
  ],
  [
    'correction',
    /(?:이|가|은|는)? ?아니(?:라|고) |말고요?,? |정확히는|다시 보니|잘못 (?:말|썼|적)|착각했|정정|고쳐 말|다시 말하면|아니 사실|\bi (?:said|wrote|meant)\b.{0,40}\b(?:actually|meant|should)|\bit (?:was|is|['’]s) actually\b|\bactually,? (?:it|she|he|they|the|my|i|her|his|their|its)\b|\bnot \p{Lu}\w+,? (?:it|she|he|they)(?:['’]s| is| was| are|['’]re)\b|(?:아니|사실|참),? [^.?!]{0,12}이름은 |\bnot \S+(?: \S+)?,? (?:sorry|but|it['’]s)|\bsorry,? (?:i said|it['’]s|not|that should)|\bcorrection\b|\bmake that\b|\bscratch that\b|\bmy mistake\b|\bit should (?:be|say)\b|\bwait,? (?:no,? )?it(?:['’]s| was)\b|,? not \p{Lu}\w+[.!]?$|\bi meant\b|\bi got (?:that|it) wrong\b|\btypo\b|\bautocorrect\b|\bmiscounted\b|\bmisread\b|\bmistyped\b|\btyped (?:it|that) wrong\b|\bgot the \w+ wrong\b|\bhad (?:it|that) wrong\b|\bmixed (?:it|that|them|those) up\b|\bcorrected me\b/iu,
  ],
  [
    'disagreement',
    /라니까요?|아니(?:에요|예요|라고요|거든요|던데요)|아닌 ?(?:것|거) ?같|틀렸|틀린|맞지 ?않|안 ?맞(?:아|는|네)|동의(?:하지|는) ?(?:않|못)|그게 아니|말이 안 ?(?:돼|되)|\b(?:no,|nope|that['’]s (?:not|wrong)|that isn['’]t|you['’]re wrong|i disagree|doesn['’]t (?:fit|sound right|feel right)|i don['’]t (?:think so|agree|buy)|not really|not true)\b/iu,
  ],
  ['thanks', /감사|고맙|고마워|땡큐|ㄳ|ㄱㅅ|\b(?:thanks|thank you|thx|cheers|ta)\b|much appreciated/iu],
];

export function dialogueActOf(text: string, hasQuestion: boolean): DialogueAct {
  const act = PATTERNS.find(([, pattern]) => pattern.test(text))?.[0];
  // Thanks followed by a question count as a question.
  if (act === undefined || (act === 'thanks' && hasQuestion)) return hasQuestion ? 'question' : 'statement';
  return act;
}

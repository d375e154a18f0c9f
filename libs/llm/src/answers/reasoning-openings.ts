/**
 * Phrases with which reasoning models begin untagged reasoning, in lower case. Answers rarely begin this way; one that
 * does is shown with a delay, never lost.
 */
const OPENINGS: readonly string[] = `
okay|ok,|ok so|alright|hmm|got it,|wait,|let's see|let's think|let me think|let me start|let me analy|let me break|let me see
the user|user wants|user asks|so the user|so, the user|first, the user|first, i|first i|we need|we have|we are asked
we are given|we're asked|i need to|i should|i have to|i'm asked|i'm supposed|so i need|so, i need|thinking process|thinking:
analysis:|here's a thinking process|here is a thinking process
사용자가|사용자는|사용자의|사용자 |유저가|음,|음…|음..|흠|좋아,|좋아.|자, 사용자|먼저 사용자|우선 사용자
用户|好的|好，|嗯|首先|我需要|我们|ユーザー|まず、ユーザー
`
  .trim()
  .split(/[|\n]/);
const LONGEST = Math.max(...OPENINGS.map(({ length }) => length));

/**
 * Whether the beginning of an answer reads like reasoning whose opening tag is missing.
 *
 * @returns undefined while the text is too short to tell
 */
export function opensLikeReasoning(text: string): boolean | undefined {
  const start = text.trimStart().slice(0, LONGEST).toLowerCase().replaceAll('’', "'");
  if (OPENINGS.some((opening) => start.startsWith(opening))) return true;
  return OPENINGS.some((opening) => opening.startsWith(start)) ? undefined : false;
}

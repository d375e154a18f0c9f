import type { CompatibilityInput } from './compatibility.input.js';

export type Relationship = NonNullable<CompatibilityInput['relationship']>;

/** The first that matches decides. Words for a couple come before those for other persons in the same question. */
const NAMED: readonly (readonly [Relationship, RegExp])[] = [
  [
    'couple',
    /결혼|연애|연인|남자친구|여자친구|남친|여친|남편|아내|부부|\b(?:marr\w+|husband|wife|(?:boy|girl)friend|move in together)\b/iu,
  ],
  [
    'work',
    /동업|사업|창업|직장|회사|동료|상사|거래처|\b(?:business|co-?founders?|co-?workers?|colleagues?|boss|company)\b/iu,
  ],
  [
    'family',
    /자매|형제|남매|엄마|어머니|아빠|아버지|부모|언니|누나|남동생|여동생|아들|(?<![가-힣])딸|가족|시댁|\b(?:sisters?|brothers?|siblings?|mother|mom|mum|father|dad|parents?|daughter|son|family)\b/iu,
  ],
  ['friends', /친구|\bfriends?(?:hip)?\b/iu],
];

/** What the two are to each other by the words of the question; a couple when it does not say. */
export const relationshipOf = (question: string): Relationship =>
  NAMED.find(([, pattern]) => pattern.test(question))?.[0] ?? 'couple';

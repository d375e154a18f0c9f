/**
 * Names too ambiguous for the domain files, which other readers take literally: 눈 is snow and eye, 배 is a ship, a
 * belly and a pear; a ladder is also a stair. `knowledge/language/ko-word-senses.json` tells the linker by which words
 * around them to decide.
 */
export const extraAliases = {
  'dream:snow': ['눈'],
  'dream:eye': ['눈'],
  'dream:ship': ['배'],
  'dream:belly': ['배'],
  'dream:pear': ['배'],
  'dream:car': ['차'],
  'dream:bridge': ['다리'],
  'dream:foot': ['다리'],
  'dream:darkness': ['밤'],
  'dream:chestnut': ['밤'],
  'dream:bee': ['벌'],
  'dream:crown': ['왕관'],
  'dream:ladder': ['사다리', 'ladder'],
};

import type { WordSense } from './word-sense.js';

// Missing a train is being late, neither a loss nor a longing.
const NOT_A_TRAIN: WordSense = { never: [{ after: /^(the|a|my)\s(train|bus|flight|plane|class|exam|appointment)/ }] };

// What rises: the sun, he, any plural. A dream's flower comes after an article, a colour or a person's name.
const ROSE_UP: WordSense = {
  never: [
    { before: /\b(i|you|he|she|it|we|they|who|sun|moon|water|sea|tide|river|smoke|flood|wind|voice|and|then|slowly)$/ },
    { before: /(?<!\b(?:this|his|its))(?<=[^s'’])s$/ },
    { after: /^(up|above|over|until|higher)\b/ },
  ],
};
// Before a noun it only says how large; what follows the noun it is itself joins it to the sentence or is its verb.
const GIANT_SOMETHING: WordSense = {
  never: [
    {
      after:
        /^(?!(who|that|which|is|was|were|has|had|and|or|but|in|on|at|of|with|without|from|to|by|as|when|while|came|comes|stood|sat|ran|ate|took|held|fell|said|threw|spoke|broke|made|let|lay|\w+ed|\w+ing)\b)[a-z]/,
    },
  ],
};

/** English names that are also something else, and what tells them apart. Measured by `labelled-english.spec.ts`. */
export const englishWordSenses: ReadonlyMap<string, WordSense> = new Map<string, WordSense>([
  ['well', { only: [{ before: /(^|\s)(a|the|deep|dry|old|this|that|our|my|village|stone|empty|water)$/ }] }],
  // What does it mean: a verb, not a herd of deer.
  ['does', { never: [{}] }],
  ['night', { never: [{ before: /\b(last|every|all|that|at|one|good|other|each|per)$/ }] }],
  ['lie', { never: [{ after: /^(in|on|down|there|beside|next|under|awake|still|flat)\b/ }] }],
  ['lying', { never: [{ after: /^(in|on|down|there|beside|next|under|awake|still|flat)\b/ }] }],
  ['rest', { never: [{ after: /^of\b/ }] }],
  ['bear', { never: [{ before: /(can't|cannot|can not|couldn't|could not|to|not|hardly)$/ }] }],
  ['swallow', { only: [{ before: /(^|\s)(a|the|two|three|some|young|nesting)$|^$/ }] }],
  ['fall', { never: [{ before: /(^|\s)(the|this|last|next|every)$/ }] }],
  ['late', { never: [{ after: /^(grand|father|mother|husband|wife|uncle|aunt|friend|relative)/ }] }],
  ['god', { never: [{ before: /\bmy$/ }] }],
  ['fair', { never: [{ after: /^(hair|skin|amount|enough)/ }] }],
  ['sole', { only: [{ before: /(^|\s)(the|my|his|her|bare)$/, after: /^of\b/ }] }],
  ['duck', { never: [{ before: /(^|\s)(to|and|must|had to)$/ }] }],
  ...['miss', 'missed', 'missing'].map((form): [string, WordSense] => [form, NOT_A_TRAIN]),
  ['rock', { never: [{ after: /^(music|band|concert|star)/ }] }],
  ['rose', ROSE_UP],
  ['giant', GIANT_SOMETHING],
  ['power', { never: [{ after: /^(cut|outage|line|plant)/ }] }],
]);

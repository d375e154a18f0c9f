/** Fields of a delta or message in which servers send reasoning separately from the text. */
export const REASONING_FIELDS: readonly string[] = [
  'reasoning_content',
  'reasoning',
  'reasoning_text',
  'reasoning_details',
  'thinking',
  'thinking_blocks',
  'thought',
];

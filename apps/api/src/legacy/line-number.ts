/** Patterns by which the text of a line names its line (1 to 6) at the beginning. */
const NAMES: readonly RegExp[] = [
  /^(?:초[육구]|初[六九]|(?:제\s*)?(?:1|일|초|첫\s*(?:번째)?)\s*효|(?:six|nine)\s+(?:at|in)\s+the\s+(?:beginning|bottom|first)|line\s*1\b|(?:the\s+)?(?:first|bottom)\s+line)/i,
  /^(?:[육구]이|[六九]二|(?:제\s*)?(?:2|이|두\s*번째)\s*효|(?:six|nine)\s+(?:at|in)\s+the\s+second|line\s*2\b|(?:the\s+)?second\s+line)/i,
  /^(?:[육구]삼|[六九]三|(?:제\s*)?(?:3|삼|세\s*번째)\s*효|(?:six|nine)\s+(?:at|in)\s+the\s+third|line\s*3\b|(?:the\s+)?third\s+line)/i,
  /^(?:[육구]사|[六九]四|(?:제\s*)?(?:4|사|네\s*번째)\s*효|(?:six|nine)\s+(?:at|in)\s+the\s+fourth|line\s*4\b|(?:the\s+)?fourth\s+line)/i,
  /^(?:[육구]오|[六九]五|(?:제\s*)?(?:5|오|다섯\s*번째)\s*효|(?:six|nine)\s+(?:at|in)\s+the\s+fifth|line\s*5\b|(?:the\s+)?fifth\s+line)/i,
  /^(?:상[육구]|上[六九]|(?:제\s*)?(?:6|육|상|여섯\s*번째)\s*효|(?:six|nine)\s+(?:at|in)\s+the\s+(?:top|sixth)|line\s*6\b|(?:the\s+)?(?:sixth|top)\s+line)/i,
];

/** The line number that a text names at its beginning: 3 for `육삼: …`, `六三`, `Six in the third place …`. */
export function lineNamed(text: string): number | undefined {
  const start = text.normalize('NFKC').replace(/^[^\p{L}\p{N}]+/u, '');
  const at = NAMES.findIndex((name) => name.test(start));
  return at < 0 ? undefined : at + 1;
}

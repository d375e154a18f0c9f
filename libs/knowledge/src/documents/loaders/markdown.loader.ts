import { type Token, type Tokens, marked } from 'marked';
import { type DocumentBlock, type LoadedFile, type TextToLoad, oneDocument } from '../document.js';
import { DocumentRefusedError } from '../document-refused.error.js';
import { HeadingPath } from '../heading-path.js';
import { lettersIn } from '../letters.js';
import { textOfHtml } from './html.loader.js';
import { titleOf } from './title-of.js';

const FRONT_MATTER = /^---[ \t]*\n([^]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;
/** A line of YAML front matter. Text between two horizontal rules does not match. */
const YAML_LINE = /^(?:[\w.-]+[ \t]*:(?:[ \t]|$)|[ \t]+\S|- |#|$)/;
/**
 * Markers of emphasis between a letter and a bracket or quotation mark, which CommonMark does not recognise:
 * `**말(word)**을`, `이것은*"말"*이`. Languages without spaces before particles need them.
 */
const LETTER = '[\\p{L}\\p{N}]';
const UNSPACED = '[\\p{Script=Hangul}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const MARK = '(?!\\*|~)[\\p{P}\\p{S}]';
const OPENING_MARKER = new RegExp(`((?<=${LETTER})\\*{2,3}|(?<=${UNSPACED})(?:\\*|~~))(?=${MARK})`, 'gu');
const CLOSING_MARKER = new RegExp(`(?<=${MARK})(\\*{2,3}(?=${LETTER})|(?:\\*|~~)(?=${UNSPACED}))`, 'gu');
/** An invisible character that is no punctuation. Between marker and mark it makes the marker valid. */
const WORD_JOINER = '\u2060';
const FRONT_TITLE = /^title:[ \t]*(["']?)(.+?)\1(?:[ \t]+#.*)?[ \t]*$/im;
/** A title on the lines below its key. */
const BLOCK_TITLE = /^title:[ \t]*[>|][+-]?[ \t]*\n((?:[ \t]+\S.*(?:\n|$))+)/im;

/** Loads Markdown with its headings. The title is that of the front matter, the first heading, or the file name. */
export function loadMarkdown({ name, text }: TextToLoad): LoadedFile {
  const front = frontMatterOf(text);
  const content = front ? text.slice(front[0].length) : text;
  refuseNesting(content);
  const joinedMarkers = content.replace(OPENING_MARKER, `$1${WORD_JOINER}`).replace(CLOSING_MARKER, `${WORD_JOINER}$1`);
  const tokens = marked.lexer(joinedMarkers);
  const first = tokens.find((token) => token.type === 'heading');
  const title = titleIn(front?.[1] ?? '') ?? (first && visible(first));
  return oneDocument(title || titleOf(name), blocksOf(tokens), lettersIn(content.replace(MARKUP, '')));
}

const titleIn = (front: string): string | undefined =>
  BLOCK_TITLE.exec(front)?.[1]?.replaceAll(/\s+/g, ' ').trim() ?? FRONT_TITLE.exec(front)?.[2];

/** URLs and tags, whose letters do not count as readable text. */
const MARKUP = /<[^<>]{0,2000}>|\]\([^()\n]{0,2000}\)|https?:\/\/\S+/g;

function frontMatterOf(text: string): RegExpExecArray | undefined {
  const front = FRONT_MATTER.exec(text);
  const lines = front?.[1]?.split('\n') ?? [];
  return front && /^[\w.#-]/.test(lines[0] ?? '') && lines.every((line) => YAML_LINE.test(line)) ? front : undefined;
}

/** Quotes and lists within each other on one line. The lexer's time grows with the cube of their number. */
const NESTED_LINE = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){100,}.*$/gm;
const RULE = /^[-*_ \t]+$/;

function refuseNesting(content: string): void {
  for (const [line] of content.matchAll(NESTED_LINE))
    if (!RULE.test(line)) throw new DocumentRefusedError('is nested too deeply to be read');
}

function blocksOf(tokens: readonly Token[]): readonly DocumentBlock[] {
  const path = new HeadingPath();
  const blocks = tokens.flatMap((token) => {
    const text = visible(token);
    if (token.type === 'heading') return path.enter((token as Tokens.Heading).depth, text);
    return text.trim() === '' ? [] : [{ headings: path.current(), text }];
  });
  return [...blocks, ...path.finish()];
}

const visible = (token: Token): string => plain(token).replaceAll(WORD_JOINER, '');

/** Returns the text of a token. */
function plain(token: Token): string {
  if (token.type === 'space' || token.type === 'hr') return '';
  if (token.type === 'def') return isLink(token as Tokens.Def) ? '' : token.raw.trim();
  if (token.type === 'br' || (token.type === 'html' && LINE_BREAK.test(token.raw))) return '\n';
  if (token.type === 'html') return textOfHtml(token.raw);
  if (token.type === 'list') return (token as Tokens.List).items.map(plain).join('\n');
  if (token.type === 'table') return tableText(token as Tokens.Table);
  if (token.type === 'image') return (token as Tokens.Image).text;
  if ('tokens' in token && token.tokens) return joined(token.tokens);
  if (!('text' in token) || typeof token.text !== 'string') return '';
  return token.type === 'text' ? decoded(token.text) : token.text;
}

const LINE_BREAK = /^\s*<br\s*\/?>\s*$/i;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;

const decoded = (text: string): string => text.replaceAll(ENTITY, (entity) => textOfHtml(`-${entity}-`).slice(1, -1));

/** A footnote or explanation of one word has the form of a link definition: `[^1]: 태몽`, `[뱀]: 변화`. */
const isLink = ({ raw, href }: Tokens.Def): boolean => !raw.startsWith('[^') && /[./#:@?]/.test(href);

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'list', 'code', 'blockquote', 'table', 'heading']);

const joined = (tokens: readonly Token[]): string =>
  tokens.map((token) => (BLOCKS.has(token.type) ? `\n${plain(token)}\n` : plain(token))).join('');

const tableText = ({ header, rows, raw }: Tokens.Table): string => {
  const lines = raw.trim().split('\n');
  // The lexer drops cells beyond the last column.
  const surplus = (line = '') =>
    line
      .trim()
      .replaceAll(/^\||(?<!\\)\|$/g, '')
      .split(CELL_END)
      .slice(header.length);
  return [header, ...rows]
    .map((row, at) => [
      ...row.map(({ tokens }) => joined(tokens).replaceAll('\n', ' ')),
      ...surplus(lines[at && at + 1]).map((cell) => cell.trim()),
    ])
    .map((cells) => cells.join(' | '))
    .join('\n');
};

const CELL_END = /(?<!\\)\|/;

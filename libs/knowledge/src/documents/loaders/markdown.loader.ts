import { type Token, type Tokens, marked } from 'marked';
import { type DocumentBlock, type LoadedFile, type TextToLoad, oneDocument } from '../document.js';
import { DocumentRefusedError } from '../document-refused.error.js';
import { HeadingPath } from '../heading-path.js';
import { lettersIn } from '../letters.js';
import { textOfHtml } from './html.loader.js';
import { titleOf } from './title-of.js';

const FRONT_MATTER = /^---\n([^]*?)\n---(?:\n|$)/;
/** A line of YAML front matter. Text between two horizontal rules does not match. */
const YAML_LINE = /^(?:[\w.-]+[ \t]*:(?:[ \t]|$)|[ \t]+\S|- |#|$)/;
/** Bold markers that CommonMark does not recognise next to brackets and particles: `**말(word)**을`. */
const LEFT_BOLD = /\*\*(?=\S)([^*\n]{1,400}?)\*\*/g;
const FRONT_TITLE = /^title:[ \t]*(["']?)(.+?)\1[ \t]*$/m;

/** Loads Markdown with its headings. The title is that of the front matter, the first heading, or the file name. */
export function loadMarkdown({ name, text }: TextToLoad): LoadedFile {
  const front = frontMatterOf(text);
  const content = front ? text.slice(front[0].length) : text;
  refuseNesting(content);
  const tokens = marked.lexer(content);
  const first = tokens.find((token) => token.type === 'heading');
  const title = FRONT_TITLE.exec(front?.[1] ?? '')?.[2] ?? (first && plain(first));
  return oneDocument(title || titleOf(name), blocksOf(tokens), lettersIn(content.replace(MARKUP, '')));
}

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
    const text = plain(token);
    if (token.type === 'heading') return path.enter((token as Tokens.Heading).depth, text);
    return text.trim() === '' ? [] : [{ headings: path.current(), text }];
  });
  return [...blocks, ...path.finish()];
}

/** Returns the visible text of a token. */
function plain(token: Token): string {
  if (token.type === 'space' || token.type === 'hr') return '';
  // A footnote of one word has the form of a link definition.
  if (token.type === 'def') return token.raw.startsWith('[^') ? token.raw.trim() : '';
  if (token.type === 'br') return '\n';
  if (token.type === 'html') return textOfHtml(token.raw);
  if (token.type === 'list') return (token as Tokens.List).items.map(plain).join('\n');
  if (token.type === 'table') return tableText(token as Tokens.Table);
  if (token.type === 'image') return (token as Tokens.Image).text;
  if (token.type === 'paragraph') return joined((token as Tokens.Paragraph).tokens).replace(LEFT_BOLD, '$1');
  if ('tokens' in token && token.tokens) return joined(token.tokens);
  if (!('text' in token) || typeof token.text !== 'string') return '';
  return token.type === 'text' ? token.text.replace(LEFT_BOLD, '$1') : token.text;
}

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'list', 'code', 'blockquote', 'table', 'heading']);

const joined = (tokens: readonly Token[]): string =>
  tokens.map((token) => (BLOCKS.has(token.type) ? `\n${plain(token)}\n` : plain(token))).join('');

const tableText = ({ header, rows }: Tokens.Table): string =>
  [header, ...rows].map((row) => row.map(({ tokens }) => joined(tokens)).join(' | ')).join('\n');

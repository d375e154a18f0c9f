import { type Token, type Tokens, marked } from 'marked';
import { decodeText } from '../decode-text.js';
import { type DocumentBlock, type FileToLoad, type LoadedFile, oneDocument } from '../document.js';
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
export function loadMarkdown({ name, bytes }: FileToLoad): LoadedFile {
  const text = decodeText(bytes);
  const front = frontMatterOf(text);
  const content = front ? text.slice(front[0].length) : text;
  const tokens = marked.lexer(content);
  const first = tokens.find((token) => token.type === 'heading');
  const title = FRONT_TITLE.exec(front?.[1] ?? '')?.[2] ?? (first && plain(first));
  return oneDocument(title || titleOf(name), blocksOf(tokens), lettersIn(content.replace(MARKUP, '')));
}

/** URLs and tags, whose letters do not count as readable text. */
const MARKUP = /<[^>]{0,2000}>|\]\([^)\n]{0,2000}\)|https?:\/\/\S+/g;

function frontMatterOf(text: string): RegExpExecArray | undefined {
  const front = FRONT_MATTER.exec(text);
  const lines = front?.[1]?.split('\n') ?? [];
  return front && /^[\w.#-]/.test(lines[0] ?? '') && lines.every((line) => YAML_LINE.test(line)) ? front : undefined;
}

function blocksOf(tokens: readonly Token[]): readonly DocumentBlock[] {
  const path = new HeadingPath();
  return tokens.flatMap((token) => {
    if (token.type !== 'heading') return [{ headings: path.current(), text: plain(token) }];
    path.enter((token as Tokens.Heading).depth, plain(token));
    return [];
  });
}

/** Returns the visible text of a token. */
function plain(token: Token): string {
  if (token.type === 'space' || token.type === 'hr' || token.type === 'def') return '';
  if (token.type === 'br') return '\n';
  if (token.type === 'html') return textOfHtml(token.raw);
  if (token.type === 'list') return (token as Tokens.List).items.map(plain).join('\n');
  if (token.type === 'table') return tableText(token as Tokens.Table);
  if (token.type === 'image') return (token as Tokens.Image).text;
  if (token.type === 'paragraph') return joined((token as Tokens.Paragraph).tokens).replace(LEFT_BOLD, '$1');
  if ('tokens' in token && token.tokens) return joined(token.tokens);
  return 'text' in token && typeof token.text === 'string' ? token.text : '';
}

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'list', 'code', 'blockquote', 'table', 'heading']);

const joined = (tokens: readonly Token[]): string =>
  tokens.map((token) => (BLOCKS.has(token.type) ? `\n${plain(token)}\n` : plain(token))).join('');

const tableText = ({ header, rows }: Tokens.Table): string =>
  [header, ...rows].map((row) => row.map(({ tokens }) => joined(tokens)).join(' | ')).join('\n');

import type { DocumentBlock } from '../../document.js';
import { HeadingPath } from '../../heading-path.js';
import type { Paragraph } from './paragraphs.js';

/** @param levelOf heading level of a style: 1 for the outermost, 0 for text */
export function blocksOfParagraphs(
  paragraphs: readonly Paragraph[],
  levelOf: (style: string) => number,
): readonly DocumentBlock[] {
  const path = new HeadingPath();
  const blocks = paragraphs.flatMap(({ style, text }): readonly DocumentBlock[] => {
    const level = levelOf(style);
    return level > 0 ? path.enter(level, text) : [{ headings: path.current(), text }];
  });
  return [...blocks, ...path.finish()];
}

import { element } from './dom.js';

const CITATIONS = /(\s?\[\d{1,3}\])/;
const CITATION = /^\s?\[(\d+)\]$/;

/**
 * Replaces `[n]` in a finished text with links to its sources. Creates only text nodes and anchors; unknown numbers
 * stay text.
 */
export function linkCitations(text, sourceOf, open) {
  const parts = text.textContent.split(CITATIONS).map((part) => {
    const n = CITATION.exec(part)?.[1];
    const source = n && sourceOf(n);
    if (!source) return part;
    const link = element('a', { href: `#${source.id}`, class: 'cite', title: source.textContent }, n);
    link.addEventListener('click', open);
    return link;
  });
  text.replaceChildren(...parts);
}

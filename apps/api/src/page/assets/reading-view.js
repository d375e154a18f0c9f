import { byId, element } from './dom.js';
import { factTexts } from './fact-texts.js';
import { waterfall } from './waterfall.js';

/** Shows one reading as its events arrive. */
export class ReadingView {
  #articles = new Map();
  #texts;

  constructor(texts) {
    this.#texts = texts;
    for (const id of ['facts', 'sections', 'followups', 'sources', 'waterfall']) byId(id).replaceChildren();
    byId('status').textContent = texts.writing;
    byId('engine').textContent = '';
    byId('reading').hidden = false;
  }

  take(event, data) {
    if (event === 'reading') this.#begin(data);
    else if (event === 'retrieval') this.#sources(data.sources);
    else if (event === 'section') this.#section(data);
    else if (event === 'delta') this.#article(data.section).text.append(data.content);
    else if (event === 'error') byId('status').textContent = data.error;
    else if (event === 'done') this.#end(data);
  }

  #begin({ sections, facts, llm }) {
    byId('engine').textContent = llm.engine === 'offline' ? this.#texts.offline : this.#texts.online(llm.model);
    for (const text of factTexts(facts)) byId('facts').append(element('li', {}, text));
    for (const section of sections) this.#article(section);
  }

  #article(section) {
    const known = this.#articles.get(section);
    if (known) return known;
    const root = element('article', { 'data-section': section });
    const text = element('p');
    root.append(element('h2', {}, this.#texts.sections[section] ?? section), text);
    byId('sections').append(root);
    this.#articles.set(section, { root, text });
    return this.#articles.get(section);
  }

  #section({ section, status, message }) {
    const { root, text } = this.#article(section);
    root.dataset.status = status === 'start' ? 'writing' : status;
    if (status === 'failed') text.append(text.textContent ? `\n(${message})` : message);
    if (status === 'done') linkCitations(text);
  }

  #sources(sources) {
    for (const { n, title, source } of sources) {
      if (!byId(`source-${n}`))
        byId('sources').append(element('li', { id: `source-${n}`, value: n }, `${title} — ${source}`));
    }
  }

  #end({ status, ms, timings, followups = [] }) {
    byId('status').textContent = [this.#texts.statuses[status], this.#texts.done(ms)].filter(Boolean).join(' ');
    byId('waterfall').replaceChildren(...waterfall(timings, ms));
    byId('followups').replaceChildren(...followups.map((question) => element('li', {}, question)));
  }
}

/** Turns `[n]` of a finished text into links to the sources, by text nodes and anchors only. */
function linkCitations(text) {
  const parts = text.textContent.split(/(\[\d{1,3}\])/);
  text.replaceChildren(
    ...parts.map((part) => {
      const n = /^\[(\d+)\]$/.exec(part)?.[1];
      return n && byId(`source-${n}`) ? element('a', { href: `#source-${n}`, class: 'cite' }, n) : part;
    }),
  );
  for (const link of text.querySelectorAll('a')) link.onclick = () => (byId('sources').parentElement.open = true);
}

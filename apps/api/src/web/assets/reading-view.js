import { linkCitations } from './citations.js';
import { byId, element } from './dom.js';
import { factViews } from './facts.js';
import { waterfall } from './waterfall.js';

let shown = 0;

/** Shows one reading as its events arrive. Calls `ask` with the selected follow-up question. */
export class ReadingView {
  #id = ++shown;
  #articles = new Map();
  #sources = new Map();
  #texts;
  #ask;
  facts = {};
  /** Headings by section id. */
  titles = {};
  root;

  constructor({ texts, question, ask }) {
    this.#texts = texts;
    this.#ask = ask;
    this.root = byId('reading-template').content.firstElementChild.cloneNode(true);
    for (const node of this.root.querySelectorAll('[data-text]')) node.textContent = texts[node.dataset.text];
    if (question) this.#part('question').textContent = question;
    this.tell(texts.writing);
  }

  take(event, data) {
    if (event === 'reading') this.#begin(data);
    else if (event === 'retrieval') this.#list(data.sources);
    else if (event === 'section') this.#section(data);
    else if (event === 'delta') this.#article(data.section).text.append(data.content);
    else if (event === 'error') this.tell(this.#texts.statuses.failed);
    else if (event === 'shutdown') this.tell(this.#texts.leaving);
    else if (event === 'done') this.#end(data);
  }

  /** Sets the status line below the text: progress or outcome. */
  tell(text) {
    this.#part('status').textContent = text;
  }

  /** Marks the reading as ended. */
  close() {
    for (const { root } of this.#articles.values()) {
      if (root.dataset.status === 'waiting' || root.dataset.status === 'writing') root.dataset.status = 'stopped';
    }
  }

  /** The text of all sections. */
  get said() {
    return [...this.#articles.values()].map(({ text }) => text.textContent).join('\n\n');
  }

  #part = (name) => this.root.querySelector(`.${name}`);

  #begin({ sections, facts, llm }) {
    this.facts = facts;
    this.#part('engine').textContent = llm.engine === 'offline' ? this.#texts.offline : this.#texts.online(llm.model);
    this.#part('facts').replaceChildren(...factViews(facts, this.#texts));
    for (const section of sections) this.#article(section);
  }

  #article(section) {
    const known = this.#articles.get(section);
    if (known) return known;
    const text = element('p');
    const root = element('article', { 'data-section': section, 'data-status': 'waiting' });
    root.append(element('h2', {}, (section === 'safety' ? this.#texts.safety : this.titles[section]) ?? section), text);
    this.#part('sections').append(root);
    this.#articles.set(section, { root, text });
    return this.#articles.get(section);
  }

  #section({ section, status, code }) {
    const { root, text } = this.#article(section);
    root.dataset.status = status === 'start' ? 'writing' : status;
    if (status === 'done')
      linkCitations(
        text,
        (n) => this.#sources.get(Number(n)),
        () => this.#openSources(),
      );
    if (status !== 'failed') return;
    root.append(element('p', { class: 'failure' }, this.#texts.failures[code] ?? this.#texts.failures.other));
  }

  #list(sources) {
    for (const { n, title, source } of sources) {
      if (this.#sources.has(n)) continue;
      const item = element(
        'li',
        { id: `source-${this.#id}-${n}`, value: n },
        title,
        element('small', {}, ` ${source}`),
      );
      this.#sources.set(n, item);
      this.#part('sources').append(item);
    }
    this.#part('sources').parentElement.hidden = this.#sources.size === 0;
  }

  #openSources() {
    this.#part('sources').parentElement.open = true;
  }

  #end({ status, ms, timings, followups = [] }) {
    this.tell(
      [this.#texts.statuses[status], status === 'safety' ? '' : this.#texts.done(ms)].filter(Boolean).join(' '),
    );
    this.#part('engine').hidden = status === 'safety';
    this.#part('waterfall').replaceChildren(...waterfall(timings, ms));
    this.#part('waterfall').parentElement.hidden = Object.keys(timings).length === 0;
    this.#part('followups').replaceChildren(...followups.map((question) => this.#followUp(question)));
  }

  #followUp(question) {
    const button = element('button', { type: 'button' }, question);
    button.addEventListener('click', () => this.#ask(question));
    return element('li', {}, button);
  }
}

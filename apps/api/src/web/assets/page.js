import { byId, element } from './dom.js';
import { Refusal, readEvents } from './event-stream.js';
import { followUpOf } from './follow-up.js';
import { KINDS, REQUIRED, bodyOf } from './kinds.js';
import { ReadingView } from './reading-view.js';
import { sectionTitles } from './section-titles.js';
import { EN } from './texts-en.js';
import { KO } from './texts-ko.js';

const TEXTS = { ko: KO, en: EN };
const state = { locale: navigator.language.startsWith('ko') ? 'ko' : 'en', kind: 'dream', running: undefined };
const texts = () => TEXTS[state.locale];

/** Shows the page in the chosen language and keeps the input. */
function showTexts() {
  document.documentElement.lang = state.locale;
  document.title = texts().title;
  for (const node of document.querySelectorAll('[data-text]')) {
    if (!node.closest('.reading')) node.textContent = texts()[node.dataset.text];
  }
  for (const button of document.querySelectorAll('[data-locale]'))
    button.setAttribute('aria-pressed', button.dataset.locale === state.locale);
  byId('kinds').replaceChildren(...Object.keys(KINDS).map(kindButton));
  const typed = new Map(new FormData(byId('question')));
  byId('fields').replaceChildren(...KINDS[state.kind].map((one) => field(one, typed)));
}

function kindButton(kind) {
  const button = element('button', { type: 'button', 'aria-pressed': kind === state.kind }, texts().kinds[kind]);
  button.addEventListener('click', () => {
    state.kind = kind;
    byId('problem').hidden = true;
    showTexts();
  });
  return button;
}

function field([name, type, options = []], typed) {
  const isInput = type !== 'textarea' && type !== 'select';
  const input = element(isInput ? 'input' : type, { name, ...(isInput && { type }) });
  const word = name.split('.').at(-1);
  input.required = REQUIRED.has(name);
  if (type === 'textarea') input.maxLength = 4000;
  if (type === 'text') input.maxLength = 100;
  if (texts().hints[word]) input.setAttribute('placeholder', texts().hints[word]);
  input.append(...options.map((option) => element('option', { value: option }, texts().options[option])));
  if (typed.has(name)) input.value = typed.get(name);
  return element('label', { 'data-type': type }, element('span', {}, texts().fields[word]), input);
}

/** Stops the current reading and shows the new one in its own view. */
async function read({ kind, body, question }) {
  const key = byId('key').value;
  state.running?.abort();
  const running = (state.running = new AbortController());
  const words = texts();
  byId('problem').hidden = true;
  byId('stop').hidden = false;
  const ask = (next) =>
    read({ ...followUpOf({ kind, body, facts: view.facts, said: view.said }, next), question: next });
  const view = new ReadingView({ texts: words, question, ask });
  if (!question) byId('readings').replaceChildren();
  byId('readings').append(view.root);
  view.root.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  try {
    view.titles = await sectionTitles(kind, state.locale, key);
    const onLost = () => view.tell(words.reconnecting);
    const request = { url: `/v1/readings/${kind}`, body, key, signal: running.signal, onLost };
    await readEvents(request, (name, data) => view.take(name, data));
  } catch (error) {
    if (running.signal.aborted) view.tell(words.statuses.cancelled);
    else if (error instanceof Refusal) refuse(view, error, words);
    else view.tell(words.lost);
  } finally {
    view.close();
    if (state.running === running) byId('stop').hidden = true;
  }
}

function refuse(view, error, words) {
  view.root.remove();
  if (error.code.startsWith('access.')) byId('access').hidden = false;
  byId('problem').textContent = words.refused(error);
  byId('problem').hidden = false;
}

for (const button of document.querySelectorAll('[data-locale]')) {
  button.addEventListener('click', () => {
    state.locale = button.dataset.locale;
    showTexts();
  });
}
byId('question').addEventListener('submit', (event) => {
  event.preventDefault();
  void read({ kind: state.kind, body: bodyOf(event.target, state.locale) });
});
byId('stop').addEventListener('click', () => state.running?.abort());
// Stop the reading on the server when the page closes.
addEventListener('pagehide', () => state.running?.abort());
showTexts();

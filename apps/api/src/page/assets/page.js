import { byId, element } from './dom.js';
import { readEvents } from './event-stream.js';
import { KINDS, bodyOf } from './kinds.js';
import { ReadingView } from './reading-view.js';
import { TEXTS } from './texts.js';

const state = { locale: navigator.language.startsWith('ko') ? 'ko' : 'en', kind: 'dream', abort: undefined };
const texts = () => TEXTS[state.locale];

function showTexts() {
  document.documentElement.lang = state.locale;
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = texts()[node.dataset.text];
  for (const button of document.querySelectorAll('[data-locale]'))
    button.setAttribute('aria-pressed', button.dataset.locale === state.locale);
  byId('question').previousElementSibling.replaceChildren(...Object.keys(KINDS).map(kindTab));
  byId('fields').replaceChildren(...KINDS[state.kind].map(field));
}

function kindTab(kind) {
  const tab = element(
    'button',
    { type: 'button', role: 'tab', 'aria-selected': kind === state.kind },
    texts().kinds[kind],
  );
  tab.onclick = () => {
    state.kind = kind;
    showTexts();
  };
  return tab;
}

function field([name, type, options = []]) {
  const label = element('label');
  const input = element(type === 'textarea' || type === 'select' ? type : 'input', {
    name,
    ...(type !== 'textarea' && type !== 'select' && { type }),
  });
  if (name === 'dream' || name === 'birth.date') input.required = true;
  if (type === 'textarea') input.maxLength = 4000;
  input.append(...options.map((option) => element('option', { value: option }, texts().options[option])));
  label.append(element('span', {}, texts().fields[name.split('.').at(-1)]), input);
  return label;
}

async function read(event) {
  event.preventDefault();
  state.abort?.abort();
  const abort = (state.abort = new AbortController());
  byId('problem').hidden = true;
  byId('stop').hidden = false;
  try {
    const view = new ReadingView(texts());
    await readEvents(
      `/v1/readings/${state.kind}`,
      bodyOf(event.target, state.locale),
      (name, data) => view.take(name, data),
      abort.signal,
    );
  } catch (error) {
    showProblem(
      abort.signal.aborted ? texts().statuses.cancelled : error instanceof TypeError ? texts().lost : error.message,
    );
  } finally {
    byId('stop').hidden = true;
  }
}

function showProblem(text) {
  byId('problem').textContent = text;
  byId('problem').hidden = false;
  byId('status').textContent = '';
}

for (const button of document.querySelectorAll('[data-locale]')) {
  button.onclick = () => {
    state.locale = button.dataset.locale;
    showTexts();
  };
}
byId('question').onsubmit = read;
byId('stop').onclick = () => state.abort?.abort();
showTexts();

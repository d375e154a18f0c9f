import { useEffect, useMemo, useState } from 'preact/hooks';
import { ConversationView } from './conversation/conversation-view.js';
import { type Answered, followUp, withSameFacts } from './conversation/follow-up.js';
import { HistoryView } from './conversation/history-view.js';
import type { Turn } from './conversation/turn.js';
import { useConversation } from './conversation/use-conversation.js';
import { useHistory } from './conversation/use-history.js';
import { readStored, thisDevice, writeStored } from './device-storage.js';
import { Tips } from './glossary/glossary.js';
import { ReadingForm } from './form/reading-form.js';
import { Hero } from './kinds/hero.js';
import { factsOf, writtenText } from './reading/reading-state.js';
import { type Catalogue, type Locale, fetchCatalogue } from './server/catalogue.js';
import { Passages, fetchPassage } from './server/passages.js';
import { TEXTS } from './texts/page-texts.js';

const LOCALES: readonly (readonly [Locale, string])[] = [
  ['ko', '한국어'],
  ['en', 'English'],
];

function firstLocale(): Locale {
  const stored = readStored(thisDevice, 'locale');
  if (stored === 'ko' || stored === 'en') return stored;
  return navigator.language.startsWith('ko') ? 'ko' : 'en';
}

export function App() {
  const [locale, setLocale] = useState(firstLocale);
  const [key, setKey] = useState('');
  const [kind, setKind] = useState(firstKind);
  const catalogue = useCatalogue(key);
  const kept = useHistory();
  const conversation = useConversation(key, (turn) => kept.keep(turn));
  const texts = TEXTS[locale];
  const { turns, refusal } = conversation;
  const needsKey = refusal?.code.startsWith('access.') ?? false;

  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = texts.title;
  }, [locale]);
  useEffect(() => {
    const id = new URL(location.href).searchParams.get('reading');
    if (id) conversation.open(id);
  }, []);

  const choose = (id: string) => {
    setKind(id);
    // The address of the page names its kind, so that a kind can be bookmarked.
    history.replaceState(null, '', `#${id}`);
    conversation.dismiss();
  };
  const ask = (turn: Turn, question: string) => {
    const next = followUp(answered(turn), question, catalogue.kinds);
    if (next) conversation.start(next, { question, isFollowUp: true });
  };
  const again = (turn: Turn) => {
    if (!turn.request) return;
    const request = { kind: turn.request.kind, body: withSameFacts(answered(turn)) };
    const isFollowUp = turns.length > 1;
    conversation.start(request, { isRepeated: true, isFollowUp, ...(turn.question && { question: turn.question }) });
  };

  const passage = useMemo(() => fetchPassage(key), [key]);

  return (
    <Passages.Provider value={passage}>
      <Hero kinds={formKinds(catalogue)} {...{ kind, locale }} onChoose={choose}>
        <div class="choices" role="group" aria-label={texts.language}>
          {LOCALES.map(([id, name]) => (
            <button
              type="button"
              lang={id}
              data-locale={id}
              aria-pressed={id === locale}
              onClick={() => {
                setLocale(id);
                writeStored(thisDevice, 'locale', id);
              }}
            >
              {name}
            </button>
          ))}
        </div>
      </Hero>
      <main>
        <div class="entry">
          <ReadingForm
            key={kind}
            {...{ kind, locale, catalogue }}
            isRunning={conversation.isRunning}
            refusal={refusal}
            onSubmit={(body) => conversation.start({ kind, body })}
            onStop={conversation.stop}
          />
          {(needsKey || key) && (
            <label id="access">
              <span>{texts.key}</span>
              <input
                id="key"
                type="password"
                autocomplete="off"
                value={key}
                onInput={({ currentTarget }) => setKey(currentTarget.value)}
              />
            </label>
          )}
        </div>
        <ConversationView {...{ conversation, locale, catalogue, ask, again }} />
        <HistoryView history={kept} locale={locale} onShow={(turn) => conversation.show([turn])} />
        <Tips />
      </main>
      <footer class="quiet">
        <p>{texts.disclaimer}</p>
        <a href="/docs">{texts.api}</a>
      </footer>
    </Passages.Provider>
  );
}

/** Kinds that start with a form: all except those that need messages or continue another reading. */
const CONTINUATIONS = new Set(['ask']);
/** Shown until the server has listed its kinds, and the order in which they are shown. */
const FIRST_KINDS = ['dream', 'tarot', 'iching', 'destiny', 'compatibility', 'daily'];

/** The kind that the address names. */
const firstKind = (): string => FIRST_KINDS.find((kind) => location.hash === `#${kind}`) ?? 'dream';

function formKinds({ kinds }: Catalogue): readonly string[] {
  const asked = kinds.filter(({ kind, input }) => !CONTINUATIONS.has(kind) && !input.properties?.['messages']);
  if (asked.length === 0) return FIRST_KINDS;
  const names = asked.map(({ kind }) => kind);
  const ordered = FIRST_KINDS.filter((kind) => names.includes(kind));
  return [...ordered, ...names.filter((kind) => !ordered.includes(kind))];
}

const answered = ({ request, reading }: Turn): Answered => ({
  kind: request?.kind ?? reading.started?.kind ?? '',
  body: request?.body ?? { locale: reading.started?.locale },
  facts: factsOf(reading),
  written: writtenText(reading),
});

/** The server's kinds; fetched again when the API key changes. */
function useCatalogue(key: string): Catalogue {
  const [catalogue, setCatalogue] = useState<Catalogue>();
  useEffect(() => {
    let isCurrent = true;
    void fetchCatalogue(key).then((found) => {
      if (isCurrent && found) setCatalogue(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return useMemo(() => catalogue ?? { kinds: [], personas: [] }, [catalogue]);
}

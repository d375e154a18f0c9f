import type { ComponentChildren } from 'preact';
import type { Locale } from '../server/catalogue.js';
import { TEXTS } from '../texts/page-texts.js';
import { TERMS, type Term, splitAtTerms } from './terms.js';

const LOCALES = ['ko', 'en'] as const;
const tipId = (locale: Locale, { id }: Term): string => `term-${locale}-${id}`;

/** The explanations of all terms, which the buttons open; rendered once in the page. */
export const Tips = () => (
  <>
    {LOCALES.flatMap((locale) =>
      TERMS.map((term) => (
        <div popover="auto" class="popover tip" lang={locale} id={tipId(locale, term)} key={tipId(locale, term)}>
          <b>{term[locale].name}</b>
          <p>{term[locale].text}</p>
        </div>
      )),
    )}
  </>
);

interface TermProps {
  readonly term: Term;
  readonly locale: Locale;
  readonly children: ComponentChildren;
}

/** Words that open the explanation of a term. */
function TermButton({ term, locale, children }: TermProps) {
  const id = tipId(locale, term);
  const hover = (
    { pointerType, currentTarget }: PointerEvent & { readonly currentTarget: HTMLElement },
    isOver: boolean,
  ) => {
    if (pointerType !== 'mouse') return;
    const tip = document.getElementById(id);
    if (isOver) tip?.showPopover({ source: currentTarget });
    else tip?.hidePopover();
  };
  return (
    <button
      type="button"
      class="term"
      popovertarget={id}
      popovertargetaction="show"
      onPointerEnter={(event) => hover(event, true)}
      onPointerLeave={(event) => hover(event, false)}
    >
      {children}
    </button>
  );
}

interface TextProps {
  readonly text: string;
  readonly locale: Locale;
  /** Ids of the terms that are explained already; this function adds to it. */
  readonly explained: Set<string>;
}

/** Text in which the first mention of each term opens its explanation. */
export function textWithTerms({ text, locale, explained }: TextProps): readonly ComponentChildren[] {
  return splitAtTerms(text, locale).map(({ text: words, term }) => {
    if (!term || explained.has(term.id)) return words;
    explained.add(term.id);
    return <TermButton {...{ term, locale }}>{words}</TermButton>;
  });
}

interface TermListProps {
  /** Ids of terms; `false` where a picture does not show one. */
  readonly ids: readonly (string | false)[];
  readonly locale: Locale;
}

/** The terms of a picture, each with its explanation. */
export function TermList({ ids, locale }: TermListProps) {
  const terms = TERMS.filter(({ id }) => ids.includes(id));
  if (terms.length === 0) return null;
  return (
    <p class="term-list quiet">
      {TEXTS[locale].terms}
      {terms.map((term) => (
        <TermButton key={term.id} {...{ term, locale }}>
          {term[locale].name}
        </TermButton>
      ))}
    </p>
  );
}

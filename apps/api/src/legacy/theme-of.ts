import { THEMES, type Theme } from '@app/readings';

/** Synonyms that front ends use. */
const SYNONYMS: Readonly<Record<string, Theme>> = {
  life: 'life_path',
  destiny: 'life_path',
  relationship: 'love',
  marriage: 'love',
  work: 'career',
  job: 'career',
  money: 'wealth',
  finance: 'wealth',
};

/** The theme that a front end names, with or without the prefix `focus_`; `chat` for unknown names. */
export function themeOf(given: string | undefined): Theme {
  const word =
    given
      ?.trim()
      .toLowerCase()
      .replace(/^focus_/, '') ?? '';
  return (
    THEMES.find((theme) => theme === word) ?? (Object.hasOwn(SYNONYMS, word) ? SYNONYMS[word] : undefined) ?? 'chat'
  );
}

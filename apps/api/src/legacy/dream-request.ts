import { z } from 'zod';
import { locale, looseObject, text, words } from './lenient-schemas.js';
import { personaOf } from './persona-of.js';
import { toDocuments } from './to-documents.js';

const traditions = {
  koreanTypes: 'Korean dream types',
  koreanLucky: 'Korean omens',
  chinese: 'Chinese tradition',
  islamicTypes: 'Islamic tradition',
  western: 'Western tradition',
  hindu: 'Hindu tradition',
  japanese: 'Japanese tradition',
} as const;

const dreamRequest = z.object({
  dream: text(4_000),
  symbols: words,
  emotions: words,
  themes: words,
  context: words,
  locale,
  persona: text(64),
  birth: looseObject,
  ...(Object.fromEntries(Object.keys(traditions).map((name) => [name, words])) as Record<
    keyof typeof traditions,
    typeof words
  >),
});

/** Converts the body of `POST /api/dream/interpret-stream` to input of the kind `dream`. @throws ZodError */
export function dreamInputOf(body: unknown): Readonly<Record<string, unknown>> {
  const { birth, persona, dream = '', ...rest } = dreamRequest.parse(body);
  const { symbols, emotions, themes, context, locale: language } = rest;
  const picked = Object.entries(traditions).map(([name, title]) => [title, rest[name as keyof typeof traditions]]);
  return {
    dream,
    symbols,
    emotions,
    themes,
    context,
    persona: personaOf(persona),
    locale: language,
    documents: toDocuments({ ...Object.fromEntries(picked), 'Birth of the dreamer': birth }),
  };
}

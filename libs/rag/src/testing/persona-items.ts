import type { Persona, PersonaRule } from '../persona/persona-record.js';
import { parseCondition } from '../persona/when-condition.js';

const same = (text: string) => ({ ko: text, en: text });

export const persona = (slug: string, kinds: readonly string[] = []): Persona => ({
  slug,
  titles: same(slug),
  texts: same(`Who ${slug} is.`),
  voices: same(`How ${slug} speaks.`),
  kinds,
  tags: [],
  source: 'test',
});

/** Creates a rule whose text contains its id, so that it is not a near-duplicate of another rule. */
export const rule = (id: string, when: readonly string[], more: Partial<PersonaRule> = {}): PersonaRule => ({
  id,
  persona: id.replace(/^persona:|\..*$/g, ''),
  titles: same(id),
  texts: same(`Advice ${id}.`),
  when: when.map(parseCondition),
  weight: 1,
  tags: [],
  source: 'test',
  ...more,
});

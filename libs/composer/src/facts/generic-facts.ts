import { listNames } from '@app/text';
import { asList, asRecord, nameOf } from './lenient.js';
import type { FactsReader, Subject } from './section-facts.js';

const MAX_NAMED = 8;

/** Facts reader for kinds without their own: every fact that has a name becomes a subject, whatever its key. */
export const genericFacts: FactsReader = (facts, locale) => {
  const subjects = Object.values(facts)
    .flatMap((value) => (Array.isArray(value) ? asList(value) : [value]))
    .flatMap((value): readonly Subject[] => {
      const { id, title, name } = asRecord(value);
      const label = nameOf(title ?? name ?? (typeof value === 'string' ? value : undefined), locale);
      if (label === '') return [];
      return [{ records: typeof id === 'string' ? [{ id }] : [], names: [label], slots: { name: label } }];
    });
  const named = listNames(
    subjects.slice(0, MAX_NAMED).map(({ names: [name = ''] }) => name),
    locale,
  );
  return { slots: { subjects: named, about: named }, groups: { subjects } };
};

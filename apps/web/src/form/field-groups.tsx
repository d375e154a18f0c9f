import type { Locale } from '../server/catalogue.js';
import { TEXTS } from '../texts/page-texts.js';
import { FieldInput } from './field-input.js';
import { type Field, conventionOf, personOf } from './form-fields.js';
import type { FieldProblems } from './field-problems.js';
import type { Draft } from './request-body.js';

interface FieldGroupsProps {
  readonly kind: string;
  readonly fields: readonly Field[];
  readonly locale: Locale;
  readonly draft: Draft;
  readonly problems: FieldProblems;
  readonly onChange: (path: string, value: string) => void;
}

/** Person that a field belongs to; undefined for one that concerns all. */
const ownerOf = ({ path, copies }: Field): number | undefined => (copies ? undefined : personOf(path));

/** Inputs in a grid; those about a person are grouped by person, conventions by what they concern. */
export function FieldGroups({ kind, fields, locale, draft, problems, onChange }: FieldGroupsProps) {
  const inputs = (group: readonly Field[]) => (
    <div class="fields">
      {group.map((field) => (
        <FieldInput key={field.path} {...{ kind, field, locale, draft, onChange }} problem={problems[field.path]} />
      ))}
    </div>
  );
  const plain = fields.filter(({ word }) => !conventionOf(word));
  const persons = [...new Set(plain.map(ownerOf))].filter((person) => person !== undefined);
  const common = plain.filter((field) => ownerOf(field) === undefined);
  // What concerns both people stands before their data, questions after it.
  const after = persons.length > 0 ? common.filter(({ type }) => type === 'textarea') : [];
  const before = common.filter((field) => !after.includes(field));
  return (
    <>
      {before.length > 0 && inputs(before)}
      {persons.length > 0 && (
        <div class="persons">
          {persons.map((person) => (
            <fieldset key={person}>
              <legend>{TEXTS[locale].person(person + 1)}</legend>
              {inputs(plain.filter((field) => ownerOf(field) === person))}
            </fieldset>
          ))}
        </div>
      )}
      {after.length > 0 && inputs(after)}
      {(['saju', 'astrology'] as const).map((topic) => {
        const conventions = fields.filter(({ word }) => conventionOf(word) === topic);
        return (
          conventions.length > 0 && (
            <fieldset key={topic} class="conventions">
              <legend>{TEXTS[locale].conventions[topic]}</legend>
              {inputs(conventions)}
            </fieldset>
          )
        );
      })}
    </>
  );
}

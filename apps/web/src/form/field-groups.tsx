import type { Locale } from '../server/catalogue.js';
import { TEXTS } from '../texts/page-texts.js';
import { FieldInput } from './field-input.js';
import { type Field, personOf } from './form-fields.js';
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

/** Inputs in a grid; those about a person are grouped by person. */
export function FieldGroups({ kind, fields, locale, draft, problems, onChange }: FieldGroupsProps) {
  const inputs = (group: readonly Field[]) => (
    <div class="fields">
      {group.map((field) => (
        <FieldInput key={field.path} {...{ kind, field, locale, draft, onChange }} problem={problems[field.path]} />
      ))}
    </div>
  );
  const persons = [...new Set(fields.map(({ path }) => personOf(path)))].filter((person) => person !== undefined);
  const common = fields.filter(({ path }) => personOf(path) === undefined);
  // What concerns both people stands before their data, questions after it.
  const after = common.filter(({ type }) => type === 'textarea');
  const before = common.filter((field) => !after.includes(field));
  if (persons.length === 0) return inputs(fields);
  return (
    <>
      {before.length > 0 && inputs(before)}
      <div class="persons">
        {persons.map((person) => (
          <fieldset key={person}>
            <legend>{TEXTS[locale].person(person + 1)}</legend>
            {inputs(fields.filter(({ path }) => personOf(path) === person))}
          </fieldset>
        ))}
      </div>
      {after.length > 0 && inputs(after)}
    </>
  );
}

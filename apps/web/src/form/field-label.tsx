import type { Locale } from '../server/catalogue.js';
import { FIELD_HELP } from '../texts/names.js';
import { TEXTS } from '../texts/page-texts.js';
import type { Field } from './form-fields.js';

interface LabelProps {
  readonly field: Field;
  readonly label: string;
  readonly locale: Locale;
}

export const FieldLabel = ({ field: { isRequired }, label, locale }: LabelProps) => (
  <span>
    {label}
    {isRequired && <small> ({TEXTS[locale].required})</small>}
  </span>
);

interface HelpProps {
  readonly kind: string;
  readonly word: string;
  readonly locale: Locale;
  readonly id?: string;
}

export function FieldHelp({ kind, word, locale, id }: HelpProps) {
  const help = FIELD_HELP[`${kind}.${word}`] ?? FIELD_HELP[word];
  return help ? (
    <small class="field-help" id={id}>
      {help[locale]}
    </small>
  ) : null;
}

/** The problem of a field; inside its label, so that it is read with the name of the field. */
export const FieldProblem = ({ text }: { readonly text: string | undefined }) =>
  text === undefined ? null : <small class="field-problem">{text}</small>;

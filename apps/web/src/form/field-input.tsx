import type { Locale } from '../server/catalogue.js';
import { FIELD_HINTS, FIELD_NAMES, optionName } from '../texts/names.js';
import { CityInput } from './city-input.js';
import type { Field } from './form-fields.js';
import { FieldHelp, FieldLabel, FieldProblem } from './field-label.js';
import type { Draft } from './request-body.js';
import { QuestionInput } from './question-input.js';
import { TimeInput } from './time-input.js';

interface FieldInputProps {
  readonly kind: string;
  readonly field: Field;
  readonly locale: Locale;
  readonly draft: Draft;
  readonly problem: string | undefined;
  readonly onChange: (path: string, value: string) => void;
}

const CALENDARS = ['solar', 'lunar', 'leap'];
const MAX_LINE = 200;

/** One labelled input. */
export function FieldInput({ kind, field, locale, draft, problem, onChange }: FieldInputProps) {
  const { path, type } = field;
  const label = labelOf(field, locale);
  const change = (value: string) => onChange(path, value);
  const value = draft[path] ?? '';
  if (type === 'time') return <TimeInput {...{ kind, path, label, locale, value, problem }} onChange={change} />;
  if (type === 'textarea')
    return <QuestionInput {...{ kind, field, label, locale, value, problem }} onChange={change} />;
  return (
    <label data-type={type} data-word={field.word}>
      <FieldLabel {...{ field, label, locale }} />
      {type === 'city' ? (
        <CityInput {...{ path, locale, value }} onChange={change} />
      ) : type === 'select' || type === 'flag' || type === 'calendar' ? (
        <Choice {...{ field, locale, value }} onChange={change} />
      ) : (
        <TextInput {...{ field, locale, value }} onChange={change} />
      )}
      <FieldHelp {...{ kind, locale }} word={field.word} />
      <FieldProblem text={problem} />
    </label>
  );
}

interface InputProps {
  readonly field: Field;
  readonly locale: Locale;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choice({ field: { path, word, type, options }, locale, value, onChange }: InputProps) {
  const choices = type === 'calendar' ? CALENDARS : options;
  return (
    <select name={path} value={value || choices[0]} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      {choices.map((option) => (
        <option value={option}>{optionName(word, option)[locale]}</option>
      ))}
    </select>
  );
}

function TextInput({ field, locale, value, onChange }: InputProps) {
  const { path, word, type, isRequired, maxLength = MAX_LINE } = field;
  const isTimezone = type === 'timezone';
  return (
    <>
      <input
        type="text"
        name={path}
        value={value}
        required={isRequired}
        placeholder={FIELD_HINTS[word]?.[locale] ?? ''}
        {...(type !== 'number' && type !== 'date' && { maxLength })}
        {...(type === 'date' && { inputMode: 'numeric', pattern: DATE })}
        {...(type === 'number' && { inputMode: 'decimal', pattern: '-?[0-9.]+' })}
        {...(isTimezone && { list: `${path}-zones` })}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {isTimezone && (
        <datalist id={`${path}-zones`}>
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option value={zone} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** Dates are entered as text: date pickers reject lunar dates such as the 30th of the second month. */
const DATE = String.raw`\s*\d{4}[\-.\/\s]?\s*\d{1,2}[\-.\/\s]?\s*\d{1,2}\.?\s*`;

const labelOf = ({ word, description }: Field, locale: Locale): string =>
  FIELD_NAMES[word]?.[locale] ?? description?.split(/[.;]/)[0] ?? word;

import { useRef } from 'preact/hooks';
import type { Locale } from '../server/catalogue.js';
import { EXAMPLES } from '../texts/examples.js';
import { FIELD_HINTS } from '../texts/names.js';
import { TEXTS } from '../texts/page-texts.js';
import { FieldLabel, FieldProblem } from './field-label.js';
import type { Field } from './form-fields.js';

interface QuestionInputProps {
  readonly kind: string;
  readonly field: Field;
  readonly label: string;
  readonly locale: Locale;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Fields whose examples depend on the kind. */
const ASKED = new Set(['dream', 'question']);

/** Height where browsers do not fit the box to its text. */
const rowsFor = (text: string): number => Math.min(12, 3 + Math.floor(text.length / 32));

/** A text box for a dream or question, with examples that fill it. */
export function QuestionInput({ kind, field, label, locale, value, problem, onChange }: QuestionInputProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const { path, word, isRequired, maxLength } = field;
  const examples = ASKED.has(word) ? (EXAMPLES[kind]?.[locale] ?? []) : [];
  return (
    <div class="question-input">
      <label data-type="textarea">
        <FieldLabel {...{ field, label, locale }} />
        <textarea
          ref={box}
          name={path}
          value={value}
          rows={rowsFor(value)}
          required={isRequired}
          placeholder={FIELD_HINTS[word]?.[locale] ?? ''}
          maxLength={maxLength}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
        <FieldProblem text={problem} />
      </label>
      {value === '' && examples.length > 0 && (
        <div class="examples" role="group" aria-label={TEXTS[locale].examples}>
          <small>{TEXTS[locale].examples}</small>
          {examples.map((example) => (
            <button
              key={example}
              type="button"
              class="small"
              onClick={() => {
                onChange(example);
                box.current?.focus();
              }}
            >
              {example}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

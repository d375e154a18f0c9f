import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { readStored, thisTab, writeStored } from '../device-storage.js';
import { CardPicker, type PickedCard } from '../facts/tarot/card-picker.js';
import { spreadSize } from '../facts/tarot/spread-layout.js';
import { TermList } from '../glossary/glossary.js';
import type { Catalogue, Locale } from '../server/catalogue.js';
import { TEXTS, describeRefusal } from '../texts/page-texts.js';
import type { ReadingError } from '../server/reading-client.js';
import { FieldGroups } from './field-groups.js';
import { type FieldProblems, fieldProblems, showFirstProblem } from './field-problems.js';
import { formFields, shownFields } from './form-fields.js';
import { PersonaChoice } from './persona-choice.js';
import { type Draft, requestBody } from './request-body.js';

interface ReadingFormProps {
  readonly kind: string;
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  readonly isRunning: boolean;
  /** Error response of the server to the latest request. */
  readonly refusal: ReadingError | undefined;
  readonly onSubmit: (body: Readonly<Record<string, unknown>>) => void;
  readonly onStop: () => void;
}

/** Terms in the conventions of charts. */
const CONVENTIONS = ['solar-time', 'jasi', 'hidden-stems', 'luck', 'strength', 'house', 'zodiac'];

/** The form of one kind. The input is stored while the tab is open. */
export function ReadingForm({ kind, locale, catalogue, isRunning, refusal, onSubmit, onStop }: ReadingFormProps) {
  const texts = TEXTS[locale];
  const name = `draft-${kind}`;
  const [draft, setDraft] = useState(() => (readStored(thisTab, name) ?? {}) as Draft);
  const [picked, setPicked] = useState<readonly PickedCard[]>([]);
  const [problems, setProblems] = useState<FieldProblems>({});
  const form = useRef<HTMLFormElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const input = catalogue.kinds.find((one) => one.kind === kind)?.input;
  const fields = useMemo(() => (input ? formFields(input) : []), [input]);
  const report = (found: FieldProblems) => {
    setProblems(found);
    if (form.current) showFirstProblem(form.current, found);
  };
  useEffect(() => {
    if (refusal) report(Object.fromEntries(refusal.errors.map(({ field, message }) => [field, message])));
  }, [refusal]);
  const set = (path: string, value: string) => {
    setProblems((found) => ({ ...found, [path]: undefined }));
    const next = { ...draft, [path]: value };
    setDraft(next);
    if (path === 'spread' || path === 'reversals') setPicked([]);
    writeStored(thisTab, name, next);
  };
  const inputs = (isAdvanced: boolean) => (
    <FieldGroups
      fields={shownFields(fields, draft).filter((field) => field.isAdvanced === isAdvanced)}
      {...{ kind, locale, draft, problems }}
      onChange={set}
    />
  );
  const hasAdvanced = fields.some(({ isAdvanced }) => isAdvanced);
  const picks = input?.properties?.['cards'] !== undefined && input.properties['spread'] !== undefined;
  const cards = spreadSize(draft['spread'] ?? 'three');

  const send = () => {
    const dates = new Set(fields.filter(({ type }) => type === 'date').map(({ path }) => path));
    const found = form.current ? fieldProblems(form.current, dates, locale) : {};
    report(found);
    if (Object.keys(found).length > 0) return;
    const persona = draft['persona'] ? { persona: draft['persona'] } : {};
    const chosen = picks && picked.length === cards ? { cards: picked } : {};
    const zone = input?.properties?.['readerTimezone'] ? { readerTimezone: timezone() } : {};
    onSubmit({ ...requestBody(shownFields(fields, draft), draft, locale), ...zone, ...persona, ...chosen });
    setPicked([]);
  };

  return (
    <form
      id="question"
      ref={form}
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div id="fields">{inputs(false)}</div>
      {picks && (
        <CardPicker
          key={draft['reversals']}
          count={cards}
          hasReversals={draft['reversals'] !== 'false'}
          {...{ locale, picked }}
          onPick={setPicked}
        />
      )}
      <PersonaChoice
        personas={catalogue.personas}
        {...{ kind, locale }}
        chosen={draft['persona'] ?? ''}
        onChoose={(id) => set('persona', id)}
      />
      {hasAdvanced && (
        <details class="advanced">
          <summary>{texts.advanced}</summary>
          {inputs(true)}
          {fields.some(({ word }) => word === 'solarTime') && <TermList ids={CONVENTIONS} locale={locale} />}
        </details>
      )}
      <p class="actions">
        <button type="submit" class="primary" ref={submit}>
          {texts.read}
        </button>
        {isRunning && (
          <button
            type="button"
            id="stop"
            onClick={() => {
              // This button is removed, so move the focus to the submit button.
              submit.current?.focus();
              onStop();
            }}
          >
            {texts.stop}
          </button>
        )}
      </p>
      <p id="problem" role="alert" hidden={refusal === undefined}>
        {refusal && describeRefusal(refusal, locale)}
      </p>
    </form>
  );
}

const timezone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

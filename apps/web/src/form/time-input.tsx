import { useState } from 'preact/hooks';
import type { Locale } from '../server/catalogue.js';
import { TEXTS } from '../texts/page-texts.js';
import { FieldHelp, FieldProblem } from './field-label.js';

/** Traditional double hours by the names that the server accepts; 자시 begins at 23:00. */
const DOUBLE_HOURS = [
  ['자시', '子', 'Rat'],
  ['축시', '丑', 'Ox'],
  ['인시', '寅', 'Tiger'],
  ['묘시', '卯', 'Rabbit'],
  ['진시', '辰', 'Dragon'],
  ['사시', '巳', 'Snake'],
  ['오시', '午', 'Horse'],
  ['미시', '未', 'Goat'],
  ['신시', '申', 'Monkey'],
  ['유시', '酉', 'Rooster'],
  ['술시', '戌', 'Dog'],
  ['해시', '亥', 'Pig'],
] as const;

const MODES = ['clock', 'doubleHour', 'unknown'] as const;
type Mode = (typeof MODES)[number];

interface TimeInputProps {
  readonly kind: string;
  readonly path: string;
  readonly label: string;
  readonly locale: Locale;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Input for the time of birth: clock time, double hour (시진), or unknown. */
export function TimeInput({ kind, path, label, locale, value, problem, onChange }: TimeInputProps) {
  const texts = TEXTS[locale];
  const [mode, setMode] = useState<Mode>(() => (value.endsWith('시') ? 'doubleHour' : 'clock'));
  return (
    <div class="time-input" role="group" aria-label={label}>
      {mode === 'clock' && (
        <label>
          <span>{label}</span>
          <input
            type="time"
            name={path}
            value={value}
            aria-describedby={`${path}-help`}
            onInput={({ currentTarget }) => onChange(currentTarget.value)}
          />
        </label>
      )}
      {mode === 'doubleHour' && (
        <label>
          <span>{label}</span>
          <select name={path} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
            {DOUBLE_HOURS.map(([name, hanja, animal], index) => (
              <option value={name}>
                {locale === 'ko' ? `${name}(${hanja})` : `${hanja} ${animal}`} {span(index)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{mode === 'unknown' ? label : texts.time.mode}</span>
        <select
          class="time-mode"
          value={mode}
          onChange={({ currentTarget }) => {
            setMode(currentTarget.value as Mode);
            onChange(currentTarget.value === 'doubleHour' ? DOUBLE_HOURS[0][0] : '');
          }}
        >
          {MODES.map((each) => (
            <option value={each}>{texts.time[each]}</option>
          ))}
        </select>
      </label>
      <FieldHelp {...{ kind, locale }} word="time" id={`${path}-help`} />
      <FieldProblem text={problem} />
    </div>
  );
}

const hour = (at: number): string => `${String((at + 24) % 24).padStart(2, '0')}:00`;
const span = (index: number): string => `${hour(index * 2 - 1)}–${hour(index * 2 + 1)}`;

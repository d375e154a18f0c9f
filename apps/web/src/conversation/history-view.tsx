import type { Locale } from '../server/catalogue.js';
import { KIND_NAMES } from '../texts/names.js';
import { TEXTS } from '../texts/page-texts.js';
import type { Turn } from './turn.js';
import type { History, KeptReading } from './use-history.js';

interface HistoryProps {
  readonly history: History;
  readonly locale: Locale;
  readonly onShow: (turn: Omit<Turn, 'key'>) => void;
}

/** Collapsible list of the readings stored on this device. */
export function HistoryView({ history: { isOn, readings, setOn, forget }, locale, onShow }: HistoryProps) {
  const texts = TEXTS[locale];
  return (
    <details class="history">
      <summary>{texts.history}</summary>
      <label class="check">
        <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => setOn(currentTarget.checked)} />
        <span>{texts.keepHistory}</span>
      </label>
      {readings.length === 0 && <p class="quiet">{isOn ? texts.noHistory : texts.historyIsOff}</p>}
      <ul>
        {readings.map((kept) => (
          <li key={kept.at}>
            <button type="button" class="plain" onClick={() => onShow(kept.turn)}>
              {label(kept, locale)}
            </button>
            <button type="button" class="small" onClick={() => forget(kept.at)}>
              {texts.forgetOne}
            </button>
          </li>
        ))}
      </ul>
      {readings.length > 0 && (
        <button type="button" class="small" onClick={() => forget()}>
          {texts.forget}
        </button>
      )}
    </details>
  );
}

function label({ at, turn }: KeptReading, locale: Locale): string {
  const kind = turn.reading.started?.kind ?? '';
  const { dream, question } = (turn.request?.body ?? {}) as { readonly dream?: string; readonly question?: string };
  const day = new Date(at).toLocaleDateString(locale, { dateStyle: 'medium' });
  const about = turn.question ?? dream ?? question ?? '';
  return [day, KIND_NAMES[kind]?.[locale] ?? kind, about.slice(0, 60)].filter(Boolean).join(' · ');
}

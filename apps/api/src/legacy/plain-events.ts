import type { ReadingEvent } from '@app/streaming';
import type { Locale } from '@app/text';
import { CitationStripper, withoutCitations } from './citation-stripper.js';
import { STOPPED, failureSentence } from './failure-sentences.js';

/**
 * Converts events for front ends that display every character and every message: texts without `[n]`, failures as a
 * sentence in the reading's language, and `error` only if no text was sent, because these clients replace the text with
 * it.
 */
export class PlainEvents {
  readonly #strippers = new Map<string, CitationStripper>();
  #locale: Locale = 'ko';
  #hasText = false;
  #errorSent = false;

  /** The events to send for one event of the reading; empty for citations. */
  of(event: ReadingEvent): readonly ReadingEvent[] {
    switch (event.event) {
      case 'reading':
        this.#locale = event.data.locale === 'en' ? 'en' : 'ko';
        return [event];
      case 'citation':
        return [];
      case 'delta':
        return this.#delta(event.data.section, this.#stripperOf(event.data.section).push(event.data.content));
      case 'section':
        return event.data.status === 'start' ? [event] : [...this.#rest(event.data.section), this.#sectionEnd(event)];
      case 'error':
        return this.#error(event.data.code, failureSentence(event.data.code, this.#locale));
      case 'done':
        return event.data.status === 'cancelled'
          ? [...this.#error('reading.cancelled', STOPPED[this.#locale]), event]
          : [event];
      default:
        return [event];
    }
  }

  #sectionEnd(event: Extract<ReadingEvent, { event: 'section' }>): ReadingEvent {
    const { data } = event;
    if (data.status === 'done')
      return { event: 'section', data: { ...data, full_text: withoutCitations(data.full_text) } };
    if (data.status === 'failed')
      return { event: 'section', data: { ...data, message: failureSentence(data.code, this.#locale) } };
    return event;
  }

  #delta(section: string, content: string): readonly ReadingEvent[] {
    if (content === '') return [];
    this.#hasText ||= content.trim() !== '';
    return [{ event: 'delta', data: { section, content } }];
  }

  #rest(section: string): readonly ReadingEvent[] {
    return this.#delta(section, this.#stripperOf(section).flush());
  }

  #error(code: string, error: string): readonly ReadingEvent[] {
    if (this.#hasText || this.#errorSent) return [];
    this.#errorSent = true;
    return [{ event: 'error', data: { error, code } }];
  }

  #stripperOf(section: string): CitationStripper {
    const known = this.#strippers.get(section) ?? new CitationStripper();
    this.#strippers.set(section, known);
    return known;
  }
}

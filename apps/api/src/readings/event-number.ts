import { ProblemError } from '../http/problem.error.js';

/**
 * Event number in `Last-Event-ID` or `?after=`: `<readingId>.<seq>` or a bare number; 0 when absent.
 * @throws ProblemError `input.invalid`
 */
export function eventNumber(readingId: string, eventId: unknown): number {
  if (eventId === undefined || eventId === '') return 0;
  // A repeated query parameter is a list.
  const id = typeof eventId === 'string' ? eventId : 'invalid';
  const digits = id.startsWith(`${readingId}.`) ? id.slice(readingId.length + 1) : id;
  if (/^\d{1,9}$/.test(digits)) return Number(digits);
  throw new ProblemError('input.invalid', {
    errors: [{ field: 'Last-Event-ID', message: 'is not an event of this reading' }],
  });
}

/** Reading id and event number of an event id; undefined when absent or not an id of this server. */
export function eventPlace(eventId: string | undefined): { readonly id: string; readonly number: number } | undefined {
  const [, id, digits] = /^([\w-]{1,64})\.(\d{1,9})$/.exec(eventId ?? '') ?? [];
  return id === undefined ? undefined : { id, number: Number(digits) };
}

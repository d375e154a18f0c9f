import { Injectable } from '@nestjs/common';
import { type CrisisAnswer, CrisisGate } from '@app/safety';
import { safetyText } from './safety-events.js';
import { type UserText, cleanTexts, userTextOf } from './user-text.js';

/** Help lines as the JSON answer of a route that does not write readings. */
export interface HelpDocument {
  readonly status: 'safety';
  /** Message and lines, for clients that only display text. */
  readonly message: string;
  readonly lines: CrisisAnswer['lines'];
}

/** Provides help lines for other routes than readings, and for requests that would be rejected. */
@Injectable()
export class HelpService {
  constructor(private readonly gate: CrisisGate) {}

  /** The help lines to answer instead of the route; undefined when no text of the user requires them. */
  answer(body: unknown, userText: (body: unknown) => UserText = userTextOf): HelpDocument | undefined {
    const { texts, locale } = userText(cleanTexts(body));
    const answer = this.gate.check(texts, locale);
    return answer && { status: 'safety', message: safetyText(answer), lines: answer.lines };
  }

  /** Whether a rejected request must be answered with help lines. Checks every text of the body. */
  isNeeded(body: unknown): boolean {
    return this.answer(body) !== undefined;
  }
}

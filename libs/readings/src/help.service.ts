import { Injectable } from '@nestjs/common';
import { type CrisisAnswer, CrisisGate } from '@app/safety';
import { safetyText } from './safety-events.js';
import { type UserText, cleanTexts, userTextOf } from './user-text.js';

/** Help lines as a JSON answer of a route that writes no reading. */
export interface HelpDocument {
  readonly status: 'safety';
  /** Message and lines, for clients that only display text. */
  readonly message: string;
  readonly lines: CrisisAnswer['lines'];
}

/** Help lines for routes besides readings, and for requests that would be refused. */
@Injectable()
export class HelpService {
  constructor(private readonly gate: CrisisGate) {}

  /** Help lines instead of the route's answer; undefined when no text of the user requires them. */
  answer(body: unknown, userText: (body: unknown) => UserText = userTextOf): HelpDocument | undefined {
    const { texts, locale } = userText(cleanTexts(body));
    const answer = this.gate.check(texts, locale);
    return answer && { status: 'safety', message: safetyText(answer), lines: answer.lines };
  }

  /** Whether a refused request must be answered with help lines; reads every text of the body. */
  isNeeded(body: unknown): boolean {
    return this.answer(body) !== undefined;
  }
}

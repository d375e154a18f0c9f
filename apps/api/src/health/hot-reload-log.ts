import type { FollowedStatus } from '@app/knowledge';
import type { LoggerService } from '@nestjs/common';

/** Says once, to the operator, what is wrong with knowledge that is read from files, and once that it is well again. */
export class FollowedLog {
  readonly #said = new Map<string, string>();

  constructor(private readonly log: Pick<LoggerService, 'log' | 'warn'>) {}

  say(name: string, status: FollowedStatus): void {
    const wrong = problemOf(status);
    const before = this.#said.get(name) ?? '';
    if (wrong === before) return;
    this.#said.set(name, wrong);
    if (wrong === '') this.log.log(`${name}: well again`);
    else this.log.warn(`${name}: ${wrong}`);
  }
}

function problemOf(status: FollowedStatus): string {
  if (!status.ready) return `${status.reason}; mend it with: ${status.command}`;
  const [first = '', ...more] = status.problems;
  return more.length === 0 ? first : `${first}; and ${more.length} more`;
}

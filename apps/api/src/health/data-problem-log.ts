import type { HotReloadStatus } from '@app/knowledge';
import type { LoggerService } from '@nestjs/common';

/** Logs each problem of a hot-reloaded knowledge file once, and once more when it is resolved. */
export class DataProblemLog {
  readonly #logged = new Map<string, string>();

  constructor(private readonly logger: Pick<LoggerService, 'log' | 'warn'>) {}

  report(name: string, status: HotReloadStatus): void {
    const problem = problemOf(status);
    if (problem === (this.#logged.get(name) ?? '')) return;
    this.#logged.set(name, problem);
    if (problem === '') this.logger.log(`Knowledge file problem resolved (file=${name})`);
    else this.logger.warn(`Knowledge file problem (file=${name}): ${problem}`);
  }
}

function problemOf(status: HotReloadStatus): string {
  if (!status.ready) return `${status.reason}; to fix it run: ${status.command}`;
  const [first = '', ...more] = status.problems;
  return more.length === 0 ? first : `${first}; and ${more.length} more`;
}

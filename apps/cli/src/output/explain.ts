import { ExitCode } from '../exit-code.js';

export interface Explanation {
  readonly line: string;
  readonly exitCode: number;
}

const EXIT_CODES: Readonly<Record<string, number>> = {
  'knowledge.busy': ExitCode.busy,
  'collection.invalid': ExitCode.usage,
  'path.missing': ExitCode.usage,
  'config.invalid': ExitCode.configuration,
};

const NO_SPACE = /ENOSPC|no space left|os error 28|EFBIG|file too large|os error 27/i;

/** Converts an error to one line that includes advice, and an exit code. */
export function explain(error: unknown): Explanation {
  const { code = '', name, message } = error as Error & { code?: string };
  if (name === 'AbortError')
    return { line: 'Interrupted. The same command resumes where it stopped.', exitCode: ExitCode.interrupted };
  if (name === 'ConfigurationError') return { line: message, exitCode: ExitCode.configuration };
  if (NO_SPACE.test(`${code} ${message}`)) return { line: NO_SPACE_LINE, exitCode: ExitCode.failed };
  return { line: `${sentence(message)}${adviceFor(code)}`, exitCode: EXIT_CODES[code] ?? ExitCode.failed };
}

const NO_SPACE_LINE =
  'The disk is full. Nothing was changed for readers; free some space and run the same command again: it resumes where it stopped.';

function adviceFor(code: string): string {
  if (code.startsWith('embedding.'))
    return ' Check EMBEDDINGS_URL or EMBEDDING_MODEL and run the same command again: it resumes where it stopped.';
  if (code === 'retriever.unavailable') return ' "npm run rag -- rebuild" makes the knowledge tables.';
  if (code === 'document.unknown') return ' "npm run rag -- list" shows all collections.';
  return '';
}

function sentence(message: string): string {
  const line = message.trim() || 'Something failed without saying why';
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}${/[.!?)]$/.test(line) ? '' : '.'}`;
}

import { readFileSync } from 'node:fs';
import { type Environment, environmentSchema } from './environment-schema.js';

/** Lists all problems of the configuration, one per line, so that they can be fixed together. */
export class ConfigurationError extends Error {
  readonly code = 'config.invalid';

  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration has ${problems.length} problem(s):\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
}

/** Names of the same variables in deployments of the older server. */
const ALIASES: Readonly<Record<string, string>> = {
  CORS_ORIGINS: 'CORS_ALLOWED_ORIGINS',
  RATE_LIMIT_PER_MINUTE: 'API_RATE_PER_MIN',
};

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads and validates all variables, also under their older names. `NAME_FILE` is the path of a file that contains the
 * value of `NAME`; an empty value counts as not set.
 * @throws ConfigurationError naming every problem; messages never contain a value
 */
export function readEnvironment(variables: Variables): Environment {
  const problems: string[] = [];
  const given: Record<string, string> = {};
  for (const name of Object.keys(environmentSchema.shape)) {
    const value = variables[name] || fromFile(name, variables, problems) || variables[ALIASES[name] ?? ''];
    if (value) given[name] = value;
  }
  const parsed = environmentSchema.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) problems.push(`${issue.path.join('.')}: ${issue.message}`);
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(problems);
  return Object.freeze(parsed.data);
}

function fromFile(name: string, variables: Variables, problems: string[]): string | undefined {
  const path = variables[`${name}_FILE`];
  // API_KEYS_FILE is a variable of the schema, because the server watches the file.
  if (!path || `${name}_FILE` in environmentSchema.shape) return undefined;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    problems.push(`${name}_FILE: the file cannot be read`);
    return undefined;
  }
}

/** The environment of this process. @throws ConfigurationError */
export const processEnvironment = (): Environment => readEnvironment(process.env);

/** Whether this process runs in production. Usable when the rest of the environment is invalid. */
export const isProduction = (): boolean => process.env['NODE_ENV'] === 'production';

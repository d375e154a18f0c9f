import { z } from 'zod';
import { environmentSchema } from './environment-schema.js';

interface Variable {
  readonly default?: string | number | boolean;
  readonly description?: string;
}

/** The table of every variable in docs/configuration.md. */
export function configurationTable(): string {
  const { properties = {} } = z.toJSONSchema(environmentSchema, { io: 'input', unrepresentable: 'any' });
  const rows = Object.entries(properties as Record<string, Variable>).map(
    ([name, { default: fallback, description = '' }]) =>
      `| \`${name}\` | ${fallback === undefined ? '–' : `\`${String(fallback)}\``} | ${description} |`,
  );
  return ['| name | default | meaning |', '|---|---|---|', ...rows].join('\n');
}

import { parseArgs } from 'node:util';

/**
 * Parses command line options with defaults. `--help` and unknown options print the usage and exit.
 * @param name name of the script without `bench:`
 */
export function benchOptions<Name extends string>(
  name: string,
  defaults: Readonly<Record<Name, string>>,
): Readonly<Record<Name, string>> {
  const entries = Object.entries<string>(defaults);
  const usage = `npm run bench:${name} -- ${entries.map(([option, value]) => `[--${option} ${value || '…'}]`).join(' ')}`;
  const options = entries.map(([option, value]) => [option, { type: 'string', default: value }] as const);
  const help = { type: 'boolean', short: 'h' } as const;
  const values = parsed();
  if (values['help']) end(usage, 0);
  return values as Record<Name, string>;

  function parsed(): Readonly<Record<string, unknown>> {
    try {
      return parseArgs({ options: { ...Object.fromEntries(options), help } }).values;
    } catch (error) {
      return end(`${(error as Error).message}\n${usage}`, 2);
    }
  }
}

function end(text: string, code: number): never {
  process[code === 0 ? 'stdout' : 'stderr'].write(`${text}\n`);
  process.exit(code);
}

import { readFileSync, readdirSync } from 'node:fs';

/** `compilerOptions.paths` of tsconfig.json, the only place where aliases are defined. */
const { paths } = JSON.parse(readFileSync('tsconfig.json', 'utf8')).compilerOptions;

/** Aliases for Jest, as regular expressions. Jest uses the first match, so exact names come before wildcards. */
export function jestAliases() {
  const aliases = Object.entries(paths).map(([alias, [target]]) => [
    `^${alias.replace('*', '([^/]+)')}$`,
    target.replace('./', '<rootDir>/').replace('*', '$1'),
  ]);
  return Object.fromEntries(aliases.toSorted(([a], [b]) => a.includes('(') - b.includes('(')));
}

/** Aliases for swc, one for each lib, because swc does not resolve a wildcard inside a target. */
export function swcAliases() {
  const libs = readdirSync('libs');
  const expand = ([alias, targets]) =>
    alias.includes('*')
      ? libs.map((lib) => [alias.replace('*', lib), targets.map((target) => target.replace('*', lib))])
      : [[alias, targets]];
  return Object.fromEntries(Object.entries(paths).flatMap(expand));
}

import { readFileSync, readdirSync } from 'node:fs';

/** `compilerOptions.paths` of tsconfig.json: the one place where aliases are defined. */
const { paths } = JSON.parse(readFileSync('tsconfig.json', 'utf8')).compilerOptions;

/** For Jest, as regular expressions. Jest takes the first match, so exact names come before wildcards. */
export function jestAliases() {
  const aliases = Object.entries(paths).map(([alias, [target]]) => [
    `^${alias.replace('*', '([^/]+)')}$`,
    target.replace('./', '<rootDir>/').replace('*', '$1'),
  ]);
  return Object.fromEntries(aliases.toSorted(([a], [b]) => a.includes('(') - b.includes('(')));
}

/** For swc, which resolves no wildcard inside a target: one alias for each lib. */
export function swcAliases() {
  const libs = readdirSync('libs');
  const expand = ([alias, targets]) =>
    alias.includes('*')
      ? libs.map((lib) => [alias.replace('*', lib), targets.map((target) => target.replace('*', lib))])
      : [[alias, targets]];
  return Object.fromEntries(Object.entries(paths).flatMap(expand));
}

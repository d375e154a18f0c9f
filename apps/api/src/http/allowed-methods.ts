import type { Request } from 'express';

/** What we use of Express's routes; it has no types for it. */
interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/** The methods that lead somewhere from a request's address, in order of their names; none where there is nothing. */
export function allowedMethods({ app, path }: Request): readonly string[] {
  const { stack } = app.router as unknown as { readonly stack: readonly Layer[] };
  const methods = stack
    .filter((layer) => layer.route && layer.match(path))
    .flatMap(({ route }) => Object.keys(route?.methods ?? {}));
  const heads = methods.includes('get') ? ['head'] : [];
  return [...new Set([...methods, ...heads])].map((method) => method.toUpperCase()).toSorted();
}

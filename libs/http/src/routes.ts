import type { NextFunction, Request, Response } from 'express';

/** The used parts of Express' route layers, for which Express has no types. */
interface Layer {
  readonly route?: { readonly path: unknown; readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/** Routes whose pattern matches the request's path, whatever its method. */
function routesAt({ app, path }: Request) {
  const { stack } = app.router as unknown as { readonly stack: readonly Layer[] };
  return stack.flatMap((layer) => (layer.route && matches(layer, path) ? [layer.route] : []));
}

/** `match` throws a URIError on a path with a malformed escape, such as `/%E0%A4%A`. */
function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    return false;
  }
}

/** The methods that the request's address accepts, sorted by name; empty when no route matches. */
export function allowedMethods(request: Request): readonly string[] {
  const methods = routesAt(request).flatMap(({ methods }) => Object.keys(methods));
  const head = methods.includes('get') ? ['head'] : [];
  return [...new Set([...methods, ...head])].map((method) => method.toUpperCase()).toSorted();
}

/** Answers OPTIONS on every known address, which some load balancers use as a probe. Mount it after CORS. */
export function answerOptions(request: Request, response: Response, next: NextFunction): void {
  const methods = request.method === 'OPTIONS' ? allowedMethods(request) : [];
  if (methods.length === 0) return next();
  response
    .set('Allow', [...methods, 'OPTIONS'].toSorted().join(', '))
    .status(204)
    .end();
}

/** The route's pattern, so the number of values is bounded; `other` when no route matches. */
export function routePattern(request: Request): string {
  // Unset when the request was refused before routing, as for a malformed body.
  const route = (request.route as Layer['route']) ?? routesAt(request)[0];
  return typeof route?.path === 'string' && route.path !== '' ? route.path : 'other';
}

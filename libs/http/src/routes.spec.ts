import { describe, expect, it } from '@jest/globals';
import type { Request } from 'express';
import { allowedMethods, routePattern } from './routes.js';

const layer = (path: string, match: () => boolean) => ({ route: { path, methods: { get: true } }, match });
const requestTo = (path: string, ...stack: ReturnType<typeof layer>[]) =>
  ({ path, app: { router: { stack } } }) as unknown as Request;

describe('routes at a path', () => {
  it('names the pattern and the methods of the route that matches', () => {
    const request = requestTo(
      '/v1/stats',
      layer('/v1/stats', () => true),
    );
    expect([routePattern(request), allowedMethods(request)]).toEqual(['/v1/stats', ['GET', 'HEAD']]);
  });

  it('finds none where the path has a malformed escape', () => {
    const malformed = () => decodeURIComponent('%E0%A4%A') === '';
    const request = requestTo('/%E0%A4%A', layer('/:kind', malformed));
    expect([routePattern(request), allowedMethods(request)]).toEqual(['other', []]);
  });
});

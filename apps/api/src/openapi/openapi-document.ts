import type { ReadingDefinition } from '@app/readings';
import type { OpenAPIObject } from '@nestjs/swagger';
import { retrieveInput } from '../retrieval/retrieve-input.js';
import { existingPaths } from './existing-paths.js';
import { operationPaths } from './operation-paths.js';
import { schemaOf } from './parts.js';
import { readingPaths } from './reading-paths.js';
import { schemas } from './schemas.js';

const info = {
  title: 'Saju Astro Chat reading server',
  version: '1',
  description:
    'One question in – a dream, a tarot spread, an I Ching cast, a birth chart –, one reading out, streamed while it is written.',
};

/** Asked for only where the server was given keys; without any, everybody may. */
const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer' },
  apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
};

/** OpenAPI 3.1 of the server: the kinds' schemas are the ones that requests are validated with. */
export function openApiDocument(kinds: readonly ReadingDefinition[]): OpenAPIObject {
  const document = {
    openapi: '3.1.0',
    info,
    servers: [{ url: '/' }],
    security: [{}, { bearer: [] }, { apiKey: [] }],
    paths: { ...readingPaths(kinds), ...existingPaths, ...operationPaths },
    components: { securitySchemes, schemas: { ...schemas, Retrieve: schemaOf(retrieveInput) } },
  };
  return document as unknown as OpenAPIObject;
}

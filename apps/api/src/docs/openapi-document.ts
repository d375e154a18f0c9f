import { type ReadingDefinition, chartDefinitions } from '@app/readings';
import type { OpenAPIObject } from '@nestjs/swagger';
import { retrieveInput } from '../retrieval/retrieve-input.js';
import { searchInput } from '../retrieval/search-input.js';
import { chartInputName, chartPaths } from './chart-paths.js';
import { legacyPaths } from './legacy-paths.js';
import { formatPaths } from './format-paths.js';
import { componentSchemas } from './json-schemas.js';
import { operationPaths } from './operation-paths.js';
import { parameters } from './parameters.js';
import { schemaOf } from './parts.js';
import { readingPaths } from './reading-paths.js';
import { responseHeaders } from './response-headers.js';
import { schemas } from './schemas.js';
import { BY_DEFAULT, securitySchemes } from './security.js';
import { withCommonParts } from './with-common-parts.js';

const info = {
  title: 'Saju Astro Chat reading server',
  version: '1',
  description:
    'One question in – a dream, a tarot spread, an I Ching cast, a birth chart –, one reading out, streamed while it is written.',
};

const chartInputs = Object.fromEntries(
  chartDefinitions.map(({ kind, input }) => [chartInputName(kind), schemaOf(input)]),
);

/** OpenAPI 3.1 of the server, with the same schemas that validate requests. */
export function openApiDocument(kinds: readonly ReadingDefinition[]): OpenAPIObject {
  const document = {
    openapi: '3.1.0',
    info,
    servers: [{ url: '/' }],
    security: BY_DEFAULT,
    paths: withCommonParts({
      ...readingPaths(kinds),
      ...chartPaths,
      ...formatPaths(kinds),
      ...legacyPaths,
      ...operationPaths,
    }),
    components: {
      securitySchemes,
      parameters,
      headers: responseHeaders,
      schemas: {
        ...schemas,
        ...componentSchemas(kinds),
        ...chartInputs,
        Retrieve: schemaOf(retrieveInput),
        Search: schemaOf(searchInput),
      },
    },
  };
  return document as unknown as OpenAPIObject;
}

import { Controller, Get, Header, Param } from '@nestjs/common';
import { Public } from '@app/http';
import { ReadingRegistry } from '@app/readings';
import { ProblemError } from '../http/problem.error.js';
import { jsonSchemas } from './json-schemas.js';
import type { Schema } from './parts.js';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** The JSON Schemas of events, documents, inputs and facts. */
@Public()
@Controller('v1/schemas')
export class SchemasController {
  readonly #schemas: ReadonlyMap<string, Schema>;

  constructor(registry: ReadingRegistry) {
    this.#schemas = jsonSchemas(registry.all());
  }

  @Get()
  @Header('Cache-Control', 'public, max-age=300')
  list(): { readonly schemas: readonly string[] } {
    return { schemas: [...this.#schemas.keys()].map((name) => `/v1/schemas/${name}`) };
  }

  @Get(':name')
  @Header('Content-Type', 'application/schema+json; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=300')
  schema(@Param('name') name: string): Schema {
    const schema = this.#schemas.get(name);
    if (!schema) throw new ProblemError('route.not_found');
    return { $schema: DIALECT, $id: `/v1/schemas/${name}`, ...schema };
  }
}

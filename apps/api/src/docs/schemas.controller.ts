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
  #schemas: ReadonlyMap<string, Schema> | undefined;

  constructor(private readonly registry: ReadingRegistry) {}

  @Get()
  @Header('Cache-Control', 'public, max-age=300')
  list(): { readonly schemas: readonly string[] } {
    return { schemas: [...this.#all.keys()].map((name) => `/v1/schemas/${name}`) };
  }

  @Get(':name')
  @Header('Content-Type', 'application/schema+json; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=300')
  schema(@Param('name') name: string): Schema {
    const schema = this.#all.get(name);
    if (!schema) throw new ProblemError('route.not_found');
    return { $schema: DIALECT, $id: `/v1/schemas/${name}`, ...schema };
  }

  /** Built for the first request. */
  get #all(): ReadonlyMap<string, Schema> {
    return (this.#schemas ??= jsonSchemas(this.registry.all()));
  }
}

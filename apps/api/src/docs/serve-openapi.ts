import { ReadingRegistry } from '@app/readings';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import { openApiDocument } from './openapi-document.js';

/** Serves the OpenAPI page at `/docs` and the document at `/docs-json`, which is built for the first request. */
export function serveOpenApi(app: NestExpressApplication): void {
  const document = () => openApiDocument(app.get(ReadingRegistry).all());
  SwaggerModule.setup('docs', app, document, { customSiteTitle: 'Reading server' });
}

import { ReadingRegistry } from '@app/readings';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import { openApiDocument } from './openapi-document.js';

/** The OpenAPI page at `/docs`, the document at `/docs-json`. */
export function serveOpenApi(app: NestExpressApplication): void {
  const document = openApiDocument(app.get(ReadingRegistry).all());
  SwaggerModule.setup('docs', app, document, { customSiteTitle: 'Reading server' });
}

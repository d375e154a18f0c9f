import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '@app/http';
import { ReadingRegistry } from '@app/readings';
import { errorPage } from './error-page.js';
import { llmsText } from './llms-text.js';
import { openApiDocument } from './openapi-document.js';
import { version } from './version.js';

/** Serves documents about the server at conventional addresses. */
@Public()
@Controller()
export class DocumentsController {
  constructor(private readonly registry: ReadingRegistry) {}

  /** The same document as `/docs-json`. */
  @Get('openapi.json')
  openApi(): object {
    return openApiDocument(this.registry.all());
  }

  @Get('llms.txt')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  llms(): string {
    return llmsText(this.registry.all());
  }

  @Get('docs/errors')
  @Header('Content-Type', 'text/html; charset=utf-8')
  errors(): string {
    return errorPage();
  }

  @Get('version')
  version(): { readonly name: string; readonly version: string; readonly node: string } {
    return version;
  }
}

import { Controller, Get, Header, Logger, Param, Req, Res } from '@nestjs/common';
import { Public } from '@app/http';
import type { Request, Response } from 'express';
import { ProblemError } from '../http/problem.error.js';
import { readPageFiles } from './page-files.js';

/**
 * Allows only the page's own files, no inline code and no framing, so that text of a reading can neither run nor load
 * anything.
 */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The web page that the build bundles from `apps/web`. */
@Public()
@Controller()
export class PageController {
  readonly #files = readPageFiles();

  constructor() {
    if (this.#files.size === 0) new Logger('Page').warn('not built: GET / answers 404 until `npm run build`');
  }

  @Get()
  @Header('Content-Security-Policy', POLICY)
  @Header('Cache-Control', 'no-cache')
  page(@Req() request: Request, @Res() response: Response): void {
    this.#send('index.html', request, response);
  }

  /** Browsers request the icon for every page, including `/docs`. */
  @Get('favicon.ico')
  @Header('Cache-Control', 'public, max-age=86400')
  favicon(@Req() request: Request, @Res() response: Response): void {
    const icon = [...this.#files.keys()].find((name) => /^icon-\w+\.svg$/.test(name)) ?? '';
    this.#send(icon, request, response);
  }

  /** Immutable, because asset names contain a hash of the content. */
  @Get('page/:name')
  @Header('Content-Security-Policy', POLICY)
  @Header('Cache-Control', 'public, max-age=31536000, immutable')
  asset(@Param('name') name: string, @Req() request: Request, @Res() response: Response): void {
    if (name === 'index.html') throw new ProblemError('route.not_found');
    this.#send(name, request, response);
  }

  #send(name: string, request: Request, response: Response): void {
    const file = this.#files.get(name);
    if (!file) throw new ProblemError('route.not_found');
    const encoding = (['br', 'gzip'] as const).find((each) => file[each] && request.acceptsEncodings(each));
    if (encoding) response.set('Content-Encoding', encoding);
    response
      .vary('Accept-Encoding')
      .type(file.type)
      .send((encoding && file[encoding]) ?? file.bytes);
  }
}

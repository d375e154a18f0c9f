import { readFile } from 'node:fs/promises';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { Public } from '@app/http';
import type { Response } from 'express';
import { ProblemError } from '../http/problem.error.js';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
};
/** Lower-case names in one folder: no path of a client ever reaches the file system. */
const NAME = /^[a-z-]+\.(css|js|svg)$/;
/** Everything from here, nothing inline, nothing framed: text of a reading can neither run nor load anything. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The web page: plain files, no build. */
@Public()
@Controller()
export class PageController {
  @Get()
  @Header('Content-Security-Policy', POLICY)
  async page(@Res() response: Response): Promise<void> {
    await send(response, 'index.html');
  }

  @Get('page/:name')
  @Header('Content-Security-Policy', POLICY)
  @Header('Cache-Control', 'public, max-age=300')
  async asset(@Param('name') name: string, @Res() response: Response): Promise<void> {
    if (!NAME.test(name)) throw new ProblemError('route.not_found');
    await send(response, name);
  }
}

async function send(response: Response, name: string): Promise<void> {
  const bytes = await readFile(new URL(`assets/${name}`, import.meta.url)).catch((cause: unknown) => {
    throw new ProblemError('route.not_found', { cause });
  });
  response.type(`${TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain'}; charset=utf-8`).send(bytes);
}

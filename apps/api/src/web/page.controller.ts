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
/** Lower-case names in one folder, so no client-supplied path reaches the file system. */
const NAME = /^[a-z-]+\.(css|js|svg)$/;
/** Own files only, nothing inline, no framing: the text of a reading can neither run nor load anything. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The web page: static files without a build step. */
@Public()
@Controller()
export class PageController {
  @Get()
  @Header('Content-Security-Policy', POLICY)
  async page(@Res() response: Response): Promise<void> {
    await send(response, 'index.html');
  }

  /** Browsers request it for every page, also for `/docs`. */
  @Get('favicon.ico')
  @Header('Cache-Control', 'public, max-age=86400')
  async favicon(@Res() response: Response): Promise<void> {
    await send(response, 'icon.svg');
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

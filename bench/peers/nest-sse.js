import 'reflect-metadata';
import { Controller, Module, RequestMethod, Sse } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import OpenAI from 'openai';
import { Observable, concat, from, map, merge, mergeMap, of } from 'rxjs';
import { MODEL, SECTIONS, answerMeasurements, promptOf, upstreamUrl } from './measured.js';

const client = new OpenAI({ baseURL: upstreamUrl, apiKey: 'bench' });

/** One completion as an Observable; unsubscribing aborts it. */
const completion = (section) =>
  new Observable((subscriber) => {
    const abort = new AbortController();
    const messages = [{ role: 'user', content: promptOf(section) }];
    const body = { model: MODEL, stream: true, stream_options: { include_usage: true }, messages };
    from(client.chat.completions.create(body, { signal: abort.signal }))
      .pipe(mergeMap((stream) => from(stream)))
      .subscribe(subscriber);
    return () => abort.abort();
  });

class ReadingsController {
  dream() {
    const sections = SECTIONS.map((section) =>
      concat(
        of({ type: 'section', data: { section, status: 'start' } }),
        completion(section).pipe(
          map((chunk) => ({ type: 'delta', data: { section, content: chunk.choices[0]?.delta?.content ?? '' } })),
        ),
        of({ type: 'section', data: { section, status: 'done' } }),
      ),
    );
    return concat(merge(...sections), of({ type: 'done', data: { done: true, status: 'ok' } }));
  }
}
// The decorators are applied as functions: this folder is not compiled.
const handler = Object.getOwnPropertyDescriptor(ReadingsController.prototype, 'dream');
Sse('v1/readings/dream', { method: RequestMethod.POST })(ReadingsController.prototype, 'dream', handler);
Controller()(ReadingsController);

class AppModule {}
Module({ controllers: [ReadingsController] })(AppModule);

const app = await NestFactory.create(AppModule, { logger: false });
await app.listen(0, '127.0.0.1');
answerMeasurements(`${await app.getUrl()}/v1/readings/dream`);

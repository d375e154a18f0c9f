import express from 'express';
import { SECTIONS, answerMeasurements, frameOf } from './measured.js';

/**
 * Serves readings with Express: writes all sections concurrently, one event per piece of text.
 * @param textOf (section, signal) => AsyncIterable<string>
 */
export function serve(textOf) {
  const app = express();
  app.use(express.json());
  app.post('/v1/readings/dream', async (request, response) => {
    const abort = new AbortController();
    response.once('close', () => abort.abort());
    response.set({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
    response.flushHeaders();
    const write = async (section) => {
      response.write(frameOf('section', { section, status: 'start' }));
      for await (const content of textOf(section, abort.signal))
        if (content !== '') response.write(frameOf('delta', { section, content }));
      response.write(frameOf('section', { section, status: 'done' }));
    };
    await Promise.all(SECTIONS.map(write));
    response.end(frameOf('done', { done: true, status: 'ok' }));
  });
  const server = app.listen(0, '127.0.0.1', () => {
    answerMeasurements(`http://127.0.0.1:${server.address().port}/v1/readings/dream`);
  });
}

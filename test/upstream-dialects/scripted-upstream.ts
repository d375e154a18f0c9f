import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { DialectScript, ScriptedAnswer } from './scripted-answer.js';

/** An OpenAI-compatible server that plays one script at a time. */
export class ScriptedUpstream {
  /** Requests since the last `play`. */
  requests = 0;
  open = 0;
  #answers: readonly ScriptedAnswer[] = [];
  readonly #server: Server = createServer((request, response) => {
    const answer = this.#answers[Math.min(this.requests++, this.#answers.length - 1)];
    this.open++;
    response.once('close', () => this.open--);
    request.resume();
    request.once('end', () => {
      void (async () => {
        if (!answer) {
          response.destroy();
          return;
        }
        response.writeHead(answer.status ?? 200, answer.headers);
        response.flushHeaders();
        for (const bytes of answer.writes) {
          if (response.destroyed) return;
          response.write(bytes);
          if (answer.pauseMs) await delay(answer.pauseMs);
        }
        if (answer.reset) response.destroy();
        else response.end();
      })();
    });
  });

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  play({ answers }: DialectScript): void {
    this.#answers = answers;
    this.requests = 0;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

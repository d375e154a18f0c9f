import { KnowledgeUnavailableError } from './knowledge-unavailable.error.js';

/** Content read as a whole from files that may change while the server runs. */
export interface HotReloadSource<Content> {
  /** What it is, for messages: `the knowledge graph`. */
  readonly name: string;
  /** The command that repairs it when it cannot be read. */
  readonly command: string;
  /** Changes whenever the content does; reads none of it. Rejects where `read` would. */
  stamp(): Promise<string>;
  /** Rejects when there is nothing to serve. */
  read(): Promise<{ readonly content: Content; readonly problems: readonly string[] }>;
}

export type HotReloadStatus =
  | {
      readonly ready: true;
      /** What was left out, or why a newer version could not be read; empty when all is well. */
      readonly problems: readonly string[];
    }
  | { readonly ready: false; readonly reason: string; readonly command: string };

/** Also the longest time until a change takes effect. */
const POLL_MS = 2_000;

/** Serves the newest content that could be read as a whole. Loaded content stays while newer files are broken: they may
 *  be half written. */
export class HotReloaded<Content> {
  #content: Content | undefined;
  #stamp: string | undefined;
  #problems: readonly string[] = [];
  #reason: string;
  #poll: NodeJS.Timeout | undefined;
  #refreshing: Promise<void> | undefined;

  constructor(private readonly source: HotReloadSource<Content>) {
    this.#reason = `${source.name} is not loaded yet`;
  }

  /** Loads the content and polls for changes. Never rejects: a failure is a status. */
  async open(): Promise<void> {
    await this.refresh();
    this.#poll ??= setInterval(() => void this.refresh(), POLL_MS).unref();
  }

  close(): void {
    clearInterval(this.#poll);
    this.#poll = undefined;
  }

  /** Undefined until something could be read. */
  get content(): Content | undefined {
    return this.#content;
  }

  /** @throws KnowledgeUnavailableError until something could be read. */
  current(): Content {
    if (this.#content !== undefined) return this.#content;
    throw new KnowledgeUnavailableError(this.#reason);
  }

  status(): HotReloadStatus {
    if (this.#content === undefined) return { ready: false, reason: this.#reason, command: this.source.command };
    return { ready: true, problems: this.#problems };
  }

  /** Reloads the content if it has changed. Concurrent calls share one reload. */
  refresh(): Promise<void> {
    return (this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = undefined)));
  }

  async #refresh(): Promise<void> {
    try {
      const stamp = await this.source.stamp();
      if (stamp === this.#stamp) return;
      const { content, problems } = await this.source.read();
      this.#content = content;
      this.#problems = problems;
      this.#stamp = stamp;
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#reason = `${this.source.name} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    this.#problems = [this.#reason];
    this.#stamp = undefined;
  }
}

import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { KnowledgeUnavailableError } from './knowledge-unavailable.error.js';

/** Content that is read as a whole from files that may change while the server runs. */
export interface HotReloadSource<Content> {
  /** Name of the content in messages: `the knowledge graph`. */
  readonly name: string;
  /** Command that repairs the content when it cannot be read. */
  readonly command: string;
  /**
   * Returns a value that changes whenever the content does, without reading it. Rejects in the same cases as `read`.
   */
  stamp(): Promise<string>;
  /** Reads the content and the problems found in it. Rejects when the content cannot be used at all. */
  read(): Promise<{ readonly content: Content; readonly problems: readonly string[] }>;
}

export type HotReloadStatus =
  | {
      readonly ready: true;
      /** Omitted items, or the reason why a newer version could not be read; empty when there are no problems. */
      readonly problems: readonly string[];
    }
  | { readonly ready: false; readonly reason: string; readonly command: string };

/** Poll interval, and so the maximum delay until a change takes effect. */
const POLL_MS = 2_000;

/**
 * Serves the latest content that could be read completely. If newer files cannot be read, for instance because they are
 * still being written, the loaded content stays in use.
 */
export class HotReloaded<Content> implements OnModuleInit, OnModuleDestroy {
  #content: Content | undefined;
  #stamp: string | undefined;
  #problems: readonly string[] = [];
  #reason: string;
  #poll: NodeJS.Timeout | undefined;
  #refreshing: Promise<void> | undefined;

  constructor(private readonly source: HotReloadSource<Content>) {
    this.#reason = `${source.name} is not loaded yet`;
  }

  /** Loads the content and polls for changes. Never rejects; `status()` reports failures. */
  async open(): Promise<void> {
    await this.refresh();
    this.#poll ??= setInterval(() => void this.refresh(), POLL_MS).unref();
  }

  close(): void {
    clearInterval(this.#poll);
    this.#poll = undefined;
  }

  onModuleInit(): Promise<void> {
    return this.open();
  }

  onModuleDestroy(): void {
    this.close();
  }

  /** Undefined until the content has been read once. */
  get content(): Content | undefined {
    return this.#content;
  }

  /** @throws KnowledgeUnavailableError until the content has been read once. */
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

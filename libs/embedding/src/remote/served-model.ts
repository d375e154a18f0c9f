import { z } from 'zod';
import type { Script } from '@app/text';
import type { EmbeddingRole } from '../embedder.js';
import { EVERY_SCRIPT, type ProfileSettings, profileOf } from '../model-profile.js';
import type { EmbeddingsClient } from './embeddings-client.js';

const listSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      // Our own model server says these two; others are asked or guessed.
      scripts: z.array(z.enum(EVERY_SCRIPT)).optional(),
      input_types: z.array(z.string()).optional(),
    }),
  ),
});
type ListedModel = z.infer<typeof listSchema>['data'][number];

/** What there is to know about a server's model before the first text is sent. */
export interface ServedModel {
  readonly name: string;
  /** Sent as `model`; undefined where only one can be meant. */
  readonly requested: string | undefined;
  readonly dimensions: number;
  readonly scripts: ReadonlySet<Script>;
  /** True when the server adds the prefixes itself and wants to hear the role. */
  readonly takesRole: boolean;
  readonly prefix: Readonly<Record<EmbeddingRole, string>>;
}

/** What the operator says about a server. */
export interface ServedModelSettings extends ProfileSettings {
  /** Undefined: the server's first. */
  readonly model?: string | undefined;
  readonly dimensions?: number | undefined;
}

/** What is asked of a server. */
export type ModelApi = Pick<EmbeddingsClient, 'models' | 'embed'>;

/** Asks the server for its list and for one vector. @throws EmbeddingError */
export async function askForModel(client: ModelApi, settings: ServedModelSettings, signal: AbortSignal) {
  const { model: wanted, dimensions } = settings;
  const listed = choose(await client.models(signal), wanted);
  const requested = wanted ?? listed?.id;
  const { model, vectors } = await client.embed({ texts: ['dimensions'], model: requested, dimensions }, signal);
  const name = requested ?? model ?? 'remote';
  return describe({ name, requested, listed, dimensions: vectors[0]!.length }, settings);
}

function choose(list: unknown, wanted: string | undefined): ListedModel | undefined {
  const models = listSchema.safeParse(list).data?.data ?? [];
  return wanted === undefined ? models[0] : models.find(({ id }) => id === wanted);
}

interface Found {
  readonly name: string;
  readonly requested: string | undefined;
  readonly listed: ListedModel | undefined;
  readonly dimensions: number;
}

function describe({ name, requested, listed, dimensions }: Found, settings: ServedModelSettings) {
  const { scripts, prefix } = profileOf(name, EVERY_SCRIPT, settings);
  const served: ServedModel = {
    name,
    requested,
    dimensions,
    scripts: listed?.scripts && !settings.scripts ? new Set(listed.scripts) : scripts,
    takesRole: listed?.input_types?.includes('query') ?? false,
    prefix,
  };
  return served;
}

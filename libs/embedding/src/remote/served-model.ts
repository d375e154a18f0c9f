import { z } from 'zod';
import type { Script } from '@app/text';
import type { EmbeddingRole } from '../embedder.js';
import { EVERY_SCRIPT } from '../model-families.js';
import { type ProfileSettings, profileOf } from '../model-profile.js';
import type { EmbeddingsClient } from './embeddings-client.js';

const listSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      // Sent only by this project's model server. For other servers, both are derived from the model name.
      scripts: z.array(z.enum(EVERY_SCRIPT)).optional(),
      input_types: z.array(z.string()).optional(),
    }),
  ),
});
type ListedModel = z.infer<typeof listSchema>['data'][number];

/** Properties of a server's model that are known before the first text is sent. */
export interface ServedModel {
  readonly name: string;
  /** Value of `model` in requests; undefined when the server does not list any model and none is configured. */
  readonly requested: string | undefined;
  readonly dimensions: number;
  readonly scripts: ReadonlySet<Script>;
  /** True when the server adds the prefixes itself and expects the role. */
  readonly takesRole: boolean;
  readonly prefix: Readonly<Record<EmbeddingRole, string>>;
}

/** Settings of the operator for a server. */
export interface ServedModelSettings extends ProfileSettings {
  /** Model name; undefined for the first model that the server lists. */
  readonly model?: string | undefined;
  readonly dimensions?: number | undefined;
}

/** The methods of the client that are used here. */
export type ModelApi = Pick<EmbeddingsClient, 'models' | 'embed'>;

/** Requests the server's list of models and one vector, which gives the dimensions. @throws EmbeddingError */
export async function fetchServedModel(client: ModelApi, settings: ServedModelSettings, signal: AbortSignal) {
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

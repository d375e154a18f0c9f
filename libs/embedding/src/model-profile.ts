import type { Script } from '@app/text';
import type { EmbeddingRole } from './embedder.js';
import { EVERY_SCRIPT, MODEL_FAMILIES, type ModelFamily, type Pooling } from './model-families.js';

/** Properties of a model that its files do not contain. */
export interface ModelProfile {
  readonly scripts: ReadonlySet<Script>;
  readonly pooling: Pooling;
  readonly prefix: Readonly<Record<EmbeddingRole, string>>;
}

/** Settings of the operator, which take precedence over the model family. */
export interface ProfileSettings {
  readonly queryPrefix?: string | undefined;
  readonly passagePrefix?: string | undefined;
  readonly pooling?: Pooling | undefined;
  readonly scripts?: readonly string[] | undefined;
}

/** Returns the profile for a model name. `fallback` is the list of scripts for an unknown name. */
export function profileOf(model: string, fallback: readonly Script[], settings: ProfileSettings = {}): ModelProfile {
  const family = familyOf(model);
  return {
    scripts: new Set(settings.scripts?.filter(isScript) ?? family?.scripts ?? fallback),
    pooling: settings.pooling ?? family?.pooling ?? 'mean',
    prefix: {
      query: settings.queryPrefix ?? family?.query ?? '',
      passage: settings.passagePrefix ?? family?.passage ?? '',
    },
  };
}

const familyOf = (model: string): ModelFamily | undefined => MODEL_FAMILIES.find(({ name }) => name.test(model));

const isScript = (name: string): name is Script => EVERY_SCRIPT.some((script) => script === name);

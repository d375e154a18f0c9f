import { adviceGrounds } from '../dream/advice-grounds.js';
import type { ContextConditions } from '../dream/context-conditions.js';
import { leadByContext } from '../dream/lead-by-context.js';
import type { Scene } from '../dream/scene/scene.js';
import type { PlanningTools, ReadingDefinition, ReadingPlan } from '../reading-definition.js';
import type { CommonInput } from '../reading-input.js';
import { wordsOfUser } from '../user-text.js';
import type { ArticleIndex } from './article-index.js';

/** Adds to a plan what applies from the built-in knowledge files: contexts of dream symbols, and articles. */
export class KnowledgeSelector {
  constructor(
    private readonly contexts: ContextConditions,
    private readonly articles: ArticleIndex,
  ) {}

  complete(
    plan: ReadingPlan,
    { locale }: CommonInput,
    { domain, kind }: Pick<ReadingDefinition, 'domain' | 'kind'>,
    { scenes, linker }: PlanningTools,
  ): ReadingPlan {
    const scene = plan.scene ?? scenes.read(wordsOfUser(plan), linker);
    const led =
      kind === 'dream'
        ? leadByContext(plan, this.contexts, scene)
        : { ...plan, entities: this.contexts.narrow(plan.entities, scene) };
    const known = new Set([...led.tags.map(recordId), ...circumstances(scene)]);
    return {
      ...led,
      scene,
      articles: this.articles.choose({
        locale,
        kind: domain ?? kind,
        known,
        question: plan.question,
        ...(kind === 'dream' && { grounds: adviceGrounds(scene, led.tags, linker) }),
      }),
    };
  }
}

const recordId = (tag: string): string => tag.replace(/^symbol:/, 'dream:');

/** Ids of stated circumstances, whether they belong to the dream or to waking life. */
const circumstances = ({ situations }: Scene): readonly string[] =>
  situations
    .filter(
      ({ id, polarity, frame }) => id.startsWith('circumstance:') && polarity === 'affirmed' && frame !== 'figurative',
    )
    .map(({ id }) => id);

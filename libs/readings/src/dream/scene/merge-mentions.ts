import type { Span } from '@app/rag';
import type { Lexicon } from './lexicon.js';
import type { Mention } from './mentions.js';
import { featuresOf, type Setting } from './features.js';
import { salienceOf } from './salience.js';
import { doerOf } from './doer.js';
import { isPresent, type Place, type SceneEntity } from './scene.js';
import { usageOf } from './usage.js';

/**
 * Merges the mentions of each entity. Entities affirmed in the dream come first, by falling salience.
 * @param mentions in text order
 */
export function mergeMentions(
  mentions: readonly Mention[],
  sentenceCount: number,
  lexicon: Lexicon,
  range: (start: number, end: number) => Span,
): readonly SceneEntity[] {
  const felt = new Set(
    mentions.filter(({ entity }) => entity.id.startsWith('emotion:')).map(({ sentence }) => sentence.index),
  );
  const groups = [...Map.groupBy(mentions, ({ entity }) => entity.id).values()];
  const entityCount = groups.filter((own) => own.some((each) => isPresent(each) && each.entity.category)).length;
  const setting: Setting = { sentenceCount, entityCount: Math.max(1, entityCount), felt, lexicon };
  const entities = groups.map((own) => merge(own, setting, range));
  return entities.toSorted((a, b) => Number(isPresent(b)) - Number(isPresent(a)) || b.salience - a.salience);
}

function merge(
  mentions: readonly Mention[],
  setting: Setting,
  range: (start: number, end: number) => Span,
): SceneEntity {
  // A person who tells a dream does not appear in it: 엄마가 꾸신 꿈, "my son told me he dreamt …".
  if (mentions.some(({ isTeller }) => isTeller)) for (const each of mentions) each.frame = 'waking';
  const valid = withoutRetracted(mentions);
  // In 산삼이 아니고 도라지였다, the word for what it was only suggests what it was not.
  const isMistaken = mentions.some(({ retracts }) => retracts === 'all');
  const present = valid.filter((each) => isPresent(each) && !(isMistaken && each.isHint));
  const deciding = present[0] ?? valid.find(({ polarity }) => polarity === 'denied') ?? valid[0];
  if (!deciding) throw new Error('an entity without a mention');
  const features = featuresOf(present, setting);
  return {
    id: deciding.entity.id,
    titles: deciding.entity.titles,
    span: range(deciding.start, deciding.end),
    polarity: deciding.polarity,
    frame: deciding.frame,
    confidence: confidenceOf(mentions, present.length),
    salience: present.length > 0 ? salienceOf(features) : 0,
    features,
    category: deciding.entity.category,
    places: present.map((each) => placeOf(each, setting.lexicon)),
  };
}

function placeOf(mention: Mention, lexicon: Lexicon): Place {
  const { sentence, start, end, entity } = mention;
  const isAct = entity.category === 'action' || entity.id.startsWith('action:');
  const usage = isAct
    ? { doer: doerOf(mention, lexicon) }
    : { isSubject: usageOf(mention, lexicon).role === 'subject' };
  return { sentence: sentence.index, start, end, ...usage };
}

/** The mentions that no later mention takes back. */
function withoutRetracted(mentions: readonly Mention[]): readonly Mention[] {
  const all = mentions.findLastIndex(({ retracts }) => retracts === 'all');
  const byName = new Map<string, number>();
  for (const [at, { name, retracts }] of mentions.entries())
    if (retracts === 'same-name' && !isEstablished(mentions.slice(0, at))) byName.set(name, at);
  return mentions.filter(({ name }, at) => at >= all && at >= (byName.get(name) ?? 0));
}

/** Minimum number of mentions of something that was there before it was gone: "I turned round and Dad wasn't there." */
const MIN_ESTABLISHED = 3;

const isEstablished = (earlier: readonly Mention[]): boolean => earlier.filter(isPresent).length >= MIN_ESTABLISHED;

/** Confidence from the share of mentions that agree, at most 0.95. */
function confidenceOf(mentions: readonly Mention[], present: number): number {
  const agreeing = Math.max(present, mentions.length - present) / mentions.length;
  return Math.round((0.5 + 0.45 * agreeing) * 100) / 100;
}

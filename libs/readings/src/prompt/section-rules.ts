import type { PromptContext } from '../reading-definition.js';
import { COMMON_RULES } from './common-rules.js';

/** Korean characters and English words per token; conservative, so that a text ends before its token limit. */
const PER_TOKEN = { ko: 1.2, en: 0.6 } as const;
const UNIT = { ko: 'characters', en: 'words' } as const;
const LANGUAGE = { ko: 'Korean', en: 'English' } as const;

type Kind = Pick<PromptContext, 'locale' | 'guide' | 'sections'>;

/**
 * Rules by the sections of their kind. The same string object for every prompt, because hashing a new string of 13 KB,
 * to look up its number of tokens, takes as long as building it.
 */
const known: Readonly<Record<Kind['locale'], WeakMap<Kind['sections'], string>>> = {
  ko: new WeakMap(),
  en: new WeakMap(),
};

/**
 * Rules that do not depend on the request: the common rules, those of the kind, and the tasks of all its sections. A
 * longer common prefix lets an upstream's prefix cache reuse more of the prompt.
 */
export function sharedRules(kind: Kind): string {
  const { locale, sections } = kind;
  const rules = known[locale].get(sections) ?? joinedRules(kind);
  known[locale].set(sections, rules);
  return rules;
}

const joinedRules = ({ locale, guide, sections }: Kind): string =>
  [
    COMMON_RULES[locale],
    ...(guide ? [['# This kind of reading', ...guide.rules.map((rule) => `- ${rule}`)].join('\n')] : []),
    ['# The sections of this reading', ...sections.map((section) => outlineLine(section, locale))].join('\n'),
  ].join('\n\n');

const outlineLine = ({ id, title, task }: PromptContext['sections'][number], locale: PromptContext['locale']): string =>
  `- "${id}" (${title[locale]}): ${task}`;

/** Rules for this section and this request; the marker is their last word. */
export function sectionRules(context: PromptContext, note: string): string {
  const { locale, maxTokens, section, sections, title, marker, care } = context;
  const task = sections.find(({ id }) => id === section)?.task ?? '';
  const length = Math.floor((maxTokens * PER_TOKEN[locale]) / 10) * 10;
  return [
    '# Your section',
    `Write the section "${section}" (${title}) and nothing else. ${task} ${note}`.trimEnd(),
    `At most ${length} ${UNIT[locale]}, in ${LANGUAGE[locale]}.`,
    ...careRules(care),
    `The block stands between two lines of ${marker}`,
  ].join('\n');
}

function careRules(care: PromptContext['care']): readonly string[] {
  if (!care) return [];
  const lead = care.lead === '' ? [] : [`Begin with this, warmly and with the help line unchanged: ${care.lead}`];
  return ['Care rules, before everything above:', ...care.rules, ...lead];
}

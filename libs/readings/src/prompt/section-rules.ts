import type { PromptContext } from '../reading-definition.js';
import { COMMON_RULES } from './common-rules.js';

/** Characters of Korean and words of English that a token makes, on the safe side, so that a text ends before its limit. */
const PER_TOKEN = { ko: 1.2, en: 0.6 } as const;
const UNIT = { ko: 'characters', en: 'words' } as const;
const LANGUAGE = { ko: 'Korean', en: 'English' } as const;

/**
 * Rules that do not depend on the request: common ones, those of the kind, and the tasks of all its sections. The longer
 * the part that is equal between prompts, the more of it an upstream's prefix cache can reuse.
 */
export const sharedRules = ({
  locale,
  guide,
  sections,
}: Pick<PromptContext, 'locale' | 'guide' | 'sections'>): string =>
  [
    COMMON_RULES[locale],
    ...(guide ? [['# This kind of reading', ...guide.rules.map((rule) => `- ${rule}`)].join('\n')] : []),
    ['# The sections of this reading', ...sections.map((section) => outlineLine(section, locale))].join('\n'),
  ].join('\n\n');

const outlineLine = ({ id, title, task }: PromptContext['sections'][number], locale: PromptContext['locale']): string =>
  `- "${id}" (${title[locale]}): ${task}`;

/** What this section and this request add; the marker is its last word. */
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

import { type SurfaceForm, conjugateKorean } from './conjugate-korean.js';
import { nounForms, verbForms } from './english-forms.js';
import type { Tail } from './fits-tail.js';
import type { GraphNode } from '@app/knowledge';
import { isHangul } from '@app/text';

/** A name form of a node, and what may follow it in the same word (`whole`: nothing). */
export interface NodeName {
  readonly text: string;
  /** Name of which this is a form; used to look up its word sense. */
  readonly base: string;
  readonly tail: Tail | 'whole';
}

const MIN_JOINED_LENGTH = 3;

/** Emotions, themes and the actions of dreams also occur as verbs. */
const isAction = ({ kind, category }: GraphNode): boolean =>
  kind === 'theme' || kind === 'emotion' || category === 'action' || category === 'emotion';

/**
 * English names of nodes that are not actions. An action with the same name is not conjugated: `training` does not
 * mention a train.
 */
export const thingNames = (nodes: readonly GraphNode[]): ReadonlySet<string> =>
  new Set(nodes.filter((node) => !isAction(node) && node.category !== undefined).flatMap(englishBases));

const englishBases = ({ titles, aliases }: GraphNode) => [titles.en.toLowerCase(), ...aliases.en];

export function namesOf(node: GraphNode, things: ReadonlySet<string>): readonly NodeName[] {
  return [...koreanNames(node), ...koreanVerbs(node), ...englishNames(node, things)];
}

function koreanNames(node: GraphNode): readonly NodeName[] {
  const nounTail = isAction(node) ? 'actionNoun' : 'noun';
  return [node.titles.ko.toLowerCase(), ...node.aliases.ko].flatMap((base) =>
    withoutSpace(base).map((text): NodeName => ({ text, base, tail: isHangul(base.at(-1)) ? nounTail : 'whole' })),
  );
}

function koreanVerbs({ stems }: GraphNode): readonly NodeName[] {
  return stems.flatMap((stem) =>
    spokenForms(stem).flatMap((spoken) =>
      conjugateKorean(spoken).map(({ text, tail }: SurfaceForm): NodeName => ({ text, base: stem, tail })),
    ),
  );
}

function englishNames(node: GraphNode, things: ReadonlySet<string>): readonly NodeName[] {
  return englishBases(node).flatMap((base) => {
    const forms = isAction(node) && !things.has(base) ? [...nounForms(base), ...verbForms(base)] : nounForms(base);
    return [...new Set(forms)].map((text): NodeName => ({ text, base, tail: 'whole' }));
  });
}

/** Adds the spelling without spaces: 검은 고양이 is also written 검은고양이. */
function withoutSpace(name: string): readonly string[] {
  const joined = name.replaceAll(' ', '');
  return joined !== name && joined.length >= MIN_JOINED_LENGTH ? [name, joined] : [name];
}

/** Adds spoken forms: 길을 잃 also occurs as 길 잃, and 문이 안 열리 as 문 안 열리, 문이 안열리 and 문 안열리. */
function spokenForms(stem: string): readonly string[] {
  const bare = stem.replace(/(?<=[가-힣])[을를이가도] /, ' ');
  const joined = (text: string) => text.replace(/(?<= (?:안|못)) /, '');
  return [...new Set([stem, bare, joined(stem), joined(bare)])];
}

import type { PlacedCard } from '@app/divination';
import type { Locale } from '@app/text';

/** Three questions specific to these cards. */
export function tarotFollowups(placed: readonly PlacedCard[], locale: Locale): readonly string[] {
  const [first] = placed;
  const last = placed.at(-1);
  if (!first || !last) return [];
  const turned = placed.find(({ reversed }) => reversed);
  return locale === 'ko' ? korean(first, last, turned) : english(first, last, turned);
}

function korean(first: PlacedCard, last: PlacedCard, turned: PlacedCard | undefined): readonly string[] {
  const named = ({ card }: PlacedCard) => `‘${card.names.ko}’ 카드`;
  return [
    turned
      ? `역방향으로 나온 ${named(turned)}는 어떻게 받아들이면 좋을까요?`
      : `${named(first)}가 ‘${first.position.ko}’ 자리에 나온 까닭을 더 알려 주세요.`,
    first === last
      ? `${named(first)}를 오늘 하루에 어떻게 살려 볼 수 있을까요?`
      : `${named(first)}에서 ${named(last)}까지 이어지는 흐름은 무엇을 말하나요?`,
    `‘${last.position.ko}’ 자리에 놓인 ${named(last)}를 생각하면 이번 주에 무엇을 해 보면 좋을까요?`,
  ];
}

function english(first: PlacedCard, last: PlacedCard, turned: PlacedCard | undefined): readonly string[] {
  const named = ({ card }: PlacedCard) => spokenCard(card.names.en);
  return [
    turned
      ? `How should I take ${named(turned)} reversed?`
      : `Why might ${named(first)} have come up as “${first.position.en}”?`,
    first === last
      ? `How could I bring ${named(first)} into my day?`
      : `What does the way from ${named(first)} to ${named(last)} tell me?`,
    `What could I try this week with ${first === last ? 'this card' : named(last)} as “${last.position.en}” in mind?`,
  ];
}

/** Names such as "the Fool", "the Ten of Cups" and "Death"; abstract nouns take no article. */
const spokenCard = (name: string): string => {
  if (name.startsWith('The ')) return `the ${name.slice('The '.length)}`;
  return / of /u.test(name) ? `the ${name}` : name;
};

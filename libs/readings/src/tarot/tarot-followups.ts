import type { PlacedCard } from './lay-cards.js';

/** Three questions that only these cards could raise. */
export function tarotFollowups(placed: readonly PlacedCard[], locale: 'ko' | 'en'): readonly string[] {
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
      : `${named(first)}와 ${named(last)} 사이의 흐름을 더 자세히 읽어 주세요.`,
    `‘${last.position.ko}’ 자리를 위해 이번 주에 해 볼 만한 일은 무엇인가요?`,
  ];
}

function english(first: PlacedCard, last: PlacedCard, turned: PlacedCard | undefined): readonly string[] {
  const named = ({ card }: PlacedCard) => `“${card.names.en}”`;
  return [
    turned
      ? `How should I take ${named(turned)} lying reversed?`
      : `Why might ${named(first)} have come up for “${first.position.en}”?`,
    first === last
      ? `How could I live ${named(first)} today?`
      : `Tell me more about the way from ${named(first)} to ${named(last)}.`,
    `What could I do this week for “${last.position.en}”?`,
  ];
}

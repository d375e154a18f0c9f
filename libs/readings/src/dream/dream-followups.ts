import type { NamedEntity } from '@app/rag';
import type { Locale } from '@app/text';

/** Symbols and feelings found in a dream text. */
interface Found {
  readonly symbols: readonly NamedEntity[];
  readonly emotions: readonly NamedEntity[];
}

const HOW_MANY = 3;

/**
 * Three questions about this dream: its symbols and how they are connected, its feeling, and what to do with the first
 * symbol.
 */
export function dreamFollowups({ symbols, emotions }: Found, locale: Locale): readonly string[] {
  // 우는 꿈 is a scene of this dream, not a dream within it. The sentences fit any name without changing particles.
  const [first, second] = symbols.map(({ titles }) =>
    titles[locale].replace(/\s*\([^()]*\)$/u, '').replace(/ 꿈$/u, ' 장면'),
  );
  const [feeling] = emotions.map(({ titles }) => titles[locale]);
  const asked = locale === 'ko' ? korean(first, second, feeling) : english(first, second, feeling);
  return asked.filter((question) => question !== undefined).slice(0, HOW_MANY);
}

type Questions = readonly (string | undefined)[];

function korean(first: string | undefined, second: string | undefined, feeling: string | undefined): Questions {
  if (!first) return [feeling && `꿈에서 느낀 ‘${feeling}’에 대해 더 알려 주세요.`, ...KOREAN_ALWAYS];
  return [
    `이 꿈에서 ‘${first}’의 의미를 더 자세히 알려 주세요.`,
    second && `이 꿈에서 ‘${first}’의 의미와 ‘${second}’의 의미는 어떻게 이어지나요?`,
    feeling && `꿈에서 느낀 ‘${feeling}’의 마음은 지금의 어떤 일과 닿아 있을까요?`,
    `꿈에 ‘${first}’ 같은 그림이 다시 나오면 어떻게 받아들이면 좋을까요?`,
    `‘${first}’의 의미를 떠올리며 오늘 해 볼 만한 일은 무엇인가요?`,
  ];
}

const KOREAN_ALWAYS = [
  '이 꿈에서 가장 중요한 장면은 무엇인가요?',
  '같은 꿈을 다시 꾸면 어떻게 받아들이면 좋을까요?',
  '꿈을 더 또렷이 기억하려면 아침에 무엇을 해 보면 좋을까요?',
];

function english(first: string | undefined, second: string | undefined, feeling: string | undefined): Questions {
  if (!first) return [feeling && `What does the ${feeling.toLowerCase()} in this dream say?`, ...ENGLISH_ALWAYS];
  return [
    `Can you tell me more about “${first}” in this dream?`,
    second && `How do “${first}” and “${second}” belong together in this dream?`,
    feeling && `What in my life now might the ${feeling.toLowerCase()} in this dream belong to?`,
    `What if “${first}” comes up in a dream again?`,
    `What could I do today with “${first}” in mind?`,
  ];
}

const ENGLISH_ALWAYS = [
  'Which scene of this dream matters most?',
  'What if I have this dream again?',
  'What could I do in the morning to remember a dream more clearly?',
];

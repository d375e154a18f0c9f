import type { Cast } from './cast.js';
import { nuclearOf } from './hexagram.js';

/** Three questions that only this cast could raise. */
export function ichingFollowups(cast: Cast, locale: 'ko' | 'en'): readonly string[] {
  return locale === 'ko' ? korean(cast) : english(cast);
}

function korean({ primary, changing, resulting }: Cast): readonly string[] {
  const name = `‘${primary.names.ko}’ 괘`;
  return [
    changing.length > 0
      ? `변하는 ${changing.map((n) => `${n}효`).join(', ')}는 지금 제 상황에서 무엇을 가리키나요?`
      : '변하는 효가 없다는 것은 어떤 뜻인가요?',
    resulting
      ? `${name}가 ‘${resulting.names.ko}’ 괘로 바뀌는 흐름을 더 자세히 알려 주세요.`
      : `${name} 안에 든 호괘 ‘${nuclearOf(primary).names.ko}’는 무엇을 말해 주나요?`,
    `${name}를 마음에 두고 이번 주에 해 볼 만한 일은 무엇인가요?`,
  ];
}

function english({ primary, changing, resulting }: Cast): readonly string[] {
  const name = `“${primary.names.en}”`;
  const lines = changing.length > 1 ? `lines ${changing.join(', ')}` : `line ${changing.join()}`;
  return [
    changing.length > 0
      ? `What do the changing ${lines} point to in my situation?`
      : 'What does it mean that no line is changing?',
    resulting
      ? `Tell me more about the movement from ${name} to “${resulting.names.en}”.`
      : `What does the nuclear hexagram “${nuclearOf(primary).names.en}” say from inside ${name}?`,
    `What could I try this week with ${name} in mind?`,
  ];
}

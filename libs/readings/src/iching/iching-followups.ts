import { type Cast, nuclearOf } from '@app/divination';
import type { Locale } from '@app/text';

/** Three questions specific to this cast. */
export function ichingFollowups(cast: Cast, locale: Locale): readonly string[] {
  return locale === 'ko' ? korean(cast) : english(cast);
}

function korean({ primary, changing, resulting }: Cast): readonly string[] {
  const name = `‘${primary.names.ko}’ 괘`;
  return [
    changing.length > 0
      ? `${moving(changing)} 변하는 것은 지금 제 상황에서 무엇을 가리키나요?`
      : '변하는 효가 없다는 것은 어떤 뜻인가요?',
    resulting
      ? `${name}가 ‘${resulting.names.ko}’ 괘로 바뀌는 흐름은 저에게 무엇을 권하나요?`
      : `${name} 안에 든 호괘 ‘${nuclearOf(primary).names.ko}’는 무엇을 말해 주나요?`,
    `${name}를 마음에 두고 이번 주에 해 볼 만한 일은 무엇인가요?`,
  ];
}

function english({ primary, changing, resulting }: Cast): readonly string[] {
  const name = `“${primary.names.en}”`;
  return [
    changing.length > 0
      ? `What ${changing.length > 1 ? 'do' : 'does'} ${movingEnglish(changing)} point to in my situation?`
      : 'What does it mean that no line is changing?',
    resulting
      ? `What does the move from ${name} to “${resulting.names.en}” ask of me?`
      : `What does “${nuclearOf(primary).names.en}”, the nuclear hexagram inside ${name}, add?`,
    `What could I try this week with ${name} in mind?`,
  ];
}

const LINE_NAMES = {
  ko: ['초효', '이효', '삼효', '사효', '오효', '상효'],
  en: ['first', 'second', 'third', 'fourth', 'fifth', 'top'],
} as const;
const ALL_LINES = 6;

/** 초효와 오효가; the particles are fixed because every line’s name ends in a vowel. */
function moving(changing: readonly number[]): string {
  if (changing.length === ALL_LINES) return '여섯 효가 모두';
  const names = changing.map((line) => LINE_NAMES.ko[line - 1]);
  return names.length === 2 ? `${names.join('와 ')}가` : `${names.join(', ')}가`;
}

/** `the changing first and fifth lines` */
function movingEnglish(changing: readonly number[]): string {
  if (changing.length === ALL_LINES) return 'all six changing lines';
  const names = changing.map((line) => LINE_NAMES.en[line - 1]);
  const last = names.at(-1);
  const listed = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
  return `the changing ${listed} line${names.length > 1 ? 's' : ''}`;
}

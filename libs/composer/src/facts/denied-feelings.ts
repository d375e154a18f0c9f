interface Feeling {
  /** Stems used before -지 않다. */
  readonly ko: string;
  /** The same stems and their forms before vowels; a match shows that the feeling was present. */
  readonly koFelt: string;
  readonly en: string;
  readonly enNoun: string;
}

/** Feelings that are often negated: "이상하게 무섭지 않았다", "I was not scared". */
const FEELINGS: Readonly<Record<string, Feeling>> = {
  fear: {
    ko: '무섭|두렵|겁나',
    koFelt: '무섭|무서[워웠운움]|두렵|두려[워웠운움]|겁[나났이]',
    en: 'scared|afraid|frightened|terrified',
    enNoun: 'fear',
  },
  sadness: { ko: '슬프', koFelt: '슬[프퍼펐픈픔]', en: 'sad', enNoun: 'sadness|sorrow' },
  anger: { ko: '화나|화가 나', koFelt: '화가? ?[나났난]', en: 'angry', enNoun: 'anger' },
  anxiety: { ko: '불안하', koFelt: '불안', en: 'anxious|worried|nervous', enNoun: 'anxiety|worry' },
  joy: { ko: '기쁘|즐겁|행복하', koFelt: '기[쁘뻐뻤쁜쁨]|즐[겁거]|행복', en: 'happy|glad', enNoun: 'joy' },
  surprise: { ko: '놀라', koFelt: '놀[라랐란람]', en: 'surprised', enNoun: 'surprise' },
  shame: { ko: '부끄럽|창피하', koFelt: '부끄[럽러]|창피', en: 'ashamed|embarrassed', enNoun: 'shame' },
  loneliness: { ko: '외롭', koFelt: '외[롭로]', en: 'lonely', enNoun: 'loneliness' },
};
const NOT = "not|never|wasn['’]t|isn['’]t|am not|didn['’]t feel|don['’]t feel|no longer";

/** Whether the text mentions this feeling (`emotion:fear`, `dream:fear`) only in the negative. */
export function isDenied(id: string, text: string): boolean {
  const name = id.replace(/^(?:emotion|dream):/, '');
  const feeling = Object.hasOwn(FEELINGS, name) ? FEELINGS[name] : undefined;
  if (!feeling) return false;
  const { ko, koFelt, en, enNoun } = feeling;
  const korean = new RegExp(
    `(?:${ko})(?:지(?:는|도|가)?|진|다는 (?:생각|느낌|마음)[은이도]? ?들지) ?않|(?<![가-힣])안 (?:${koFelt})|(?:하나도|전혀) (?:${ko})`,
    'gu',
  );
  const english = new RegExp(`\\b(?:${NOT})(?: \\w+)? (?:${en})\\b|\\b(?:no|without(?: any)?) (?:${enNoun})\\b`, 'giu');
  const rest = text.replace(korean, ' ').replace(english, ' ');
  return rest !== text && !new RegExp(`${koFelt}|\\b(?:${en}|${enNoun})\\b`, 'iu').test(rest);
}

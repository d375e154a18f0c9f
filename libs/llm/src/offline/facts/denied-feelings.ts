/** Stems of the feelings people most often deny: "이상하게 무섭지 않았다", "I was not scared". */
const FEELINGS: Readonly<Record<string, { readonly ko: string; readonly en: string }>> = {
  fear: { ko: '무섭|두렵|겁나', en: 'scared|afraid|frightened|terrified' },
  sadness: { ko: '슬프', en: 'sad' },
  anger: { ko: '화나|화가 나', en: 'angry' },
  anxiety: { ko: '불안하', en: 'anxious|worried|nervous' },
  joy: { ko: '기쁘|즐겁|행복하', en: 'happy|glad' },
  surprise: { ko: '놀라', en: 'surprised' },
  shame: { ko: '부끄럽|창피하', en: 'ashamed|embarrassed' },
  loneliness: { ko: '외롭', en: 'lonely' },
};
const NOT = "not|never|wasn['’]t|isn['’]t|am not|didn['’]t feel|don['’]t feel|no longer";

/** Whether the text names this feeling (`emotion:fear`) only to say that it was not there. */
export function isDenied(id: string, text: string): boolean {
  const name = id.replace(/^emotion:/, '');
  const feeling = Object.hasOwn(FEELINGS, name) ? FEELINGS[name] : undefined;
  if (!feeling) return false;
  const korean = new RegExp(`(?:${feeling.ko})지(?:는|도|가)? ?않|(?:안|하나도|전혀) (?:${feeling.ko})`, 'u');
  const english = new RegExp(`\\b(?:${NOT})(?: \\w+)? (?:${feeling.en})\\b`, 'iu');
  return korean.test(text) || english.test(text);
}

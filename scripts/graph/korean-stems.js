/**
 * Korean aliases of the domain files that are the stem or a fixed form of a verb or adjective, not a noun. In a
 * sentence an ending follows them (지키 + 려고), never a particle. Dictionary forms in -다 need no entry.
 */
const FORMS = `
변하 변했 바뀌 바뀐 바꾸 달라지 달라졌 거듭나 거듭났 자라 자랐 커지 나아지 태어나 태어났 낳 아이를_가지 죽는 죽었 죽어 돌아가셨
잃어버리 잃어버렸 잃었 잃는 헤어지 헤어졌 헤어진 다시_만나 다시_만났 연락이_오 돌아오 이루 이뤘 이겼 이기는 실패하 실패했 망하
망했 떨어졌 통제하 자유롭 자유로 벗어나고_싶 도망치 도망가 도망쳤 달아나 달아났 숨었 쫓기 쫓겨 쫓아오 쫓아왔 따라오 쫓는 싸우
싸웠 다투 다퉜 바람피 바람을_피 믿을 믿고 믿었 의지하 말하 속았 속였 비밀스러 들키 들켰 숨기 숨겼 감추 인정받 못난 아물 병이_나
병에_걸 아프 아팠 쉬고_싶 쉬는 지쳤 지친 졸리 그림을_그리 배우 배웠 깨달 운이_좋 지키 지켜_주 지켜줬 보호하 위험하 선을_넘
떠나 길을_걷 길을_잃 문턱을_넘 기억나 잊어버리 잊었 짐을_지 떠맡 참는 참고_있 기다리 기다렸 중심을_잡 균형을_잃 갖고_싶 원하
끌리 도전하 맞서 용기를_내 혼자_있 사람들이_모 빛이_보이 꿈꾸 기쁘 기뻤 기뻐 행복했 즐거 즐겁 신났 신나 사랑하 사랑했 사랑스러
좋아하 좋아했 사랑받 무서웠 무서워 무섭 두려웠 두려워 두렵 겁났 겁이_나 불안하 불안했 걱정돼 화났 화가_나 화를_내 화내 짜증나
열받 성났 분하 슬프 슬펐 슬퍼 울었 우는 울고 서글 부끄러 부끄럽 수치스러 쪽팔 미안했 죄스러 죄지은 질투하 질투났 부러 샘나
샘이_나 외로웠 외로워 외롭 혼자였 그리웠 그리워 그립 보고_싶었 보고싶 애타 희망차 기대하 기대했 기대돼 기대되 시원했 놀랐 놀라
혼란스러 헷갈 복잡했 징그러 징그럽 역겨 역겹 더러워 더러웠 싫었 자랑스러 자랑스럽 고마웠 고마워 고맙 감사했 평화로 설레 설렜
들떴 들뜬 답답했 안_풀리 막혀 움직일_수_없 움직이지_않 가위눌 어쩔_수_없 텅_빈 텅_비 멍했 신기했 따뜻했 귀여 귀엽 안쓰러 안타까
후회하 후회했 후회돼 아쉬웠 아쉬워 아쉽 긴장되 긴장했 구하러 용을_물리 다리를_건너 보살피 챙겨주 돌아가신
이가_빠졌 이가_빠지 이가_흔들리 머리가_빠졌 머리가_빠지 눈이_멀 벌거벗 옷을_안_입 말을_타 말이_달리 벌에_쏘이 벌에게_쏘이
전갈에_쏘이 다리를_다치 배가_부르 배가_아프 멍이_들 가슴이_뛰 가슴이_아프 얼굴이_변하 혀가_잘리 코가_커지 코가_막히 귀가_먹
입이_막히 개가_짖 개가_물 개가_달려 개가_따라 개가_쫓 개가_죽 개를_키우 개를_안 개를_쓰다듬 말이_뛰 말에_올라 말에서_떨어 말을_몰 용이_승천 배를_탄 떨어졌 쫓겼 먹었 죽였 훔쳤 토했 태웠 웃었 기다렸 잃어버렸 주웠
`;

export const koreanStems = new Set(
  FORMS.trim()
    .split(/\s+/)
    .map((form) => form.replaceAll('_', ' ')),
);

// Nouns in -다, and the verbs 오리다 (to cut with scissors) and 속다 (to be deceived), whose stems are everyday nouns (duck,
// inside).
const NOT_A_VERB = /(바다|베란다|과다)$|^(오리다|속다)$/;

/** The stem of a dictionary form (쫓기 for 쫓기다) or of an alias listed above; undefined for nouns. */
export function koreanStem(alias) {
  if (koreanStems.has(alias)) return alias;
  const dictionaryForm = alias.length > 1 && alias.endsWith('다') && !NOT_A_VERB.test(alias);
  return dictionaryForm ? alias.slice(0, -1) : undefined;
}

import type { Bilingual } from '../server/catalogue.js';

type Names = Readonly<Record<string, Bilingual>>;

export const KIND_NAMES: Names = {
  dream: { ko: '꿈', en: 'Dream' },
  tarot: { ko: '타로', en: 'Tarot' },
  iching: { ko: '주역', en: 'I Ching' },
  destiny: { ko: '사주·별자리', en: 'Saju & chart' },
  compatibility: { ko: '궁합', en: 'Compatibility' },
  daily: { ko: '오늘의 흐름', en: 'Today' },
};

/** Headline of the page while a kind is chosen. */
export const KIND_LEADS: Names = {
  dream: { ko: '어젯밤 꿈에서 무엇을 보셨나요?', en: 'What did you see last night?' },
  tarot: { ko: '마음에 품은 물음에 카드를 펼칩니다', en: 'Lay the cards on what you ask' },
  iching: { ko: '동전을 던져 지금의 괘를 얻습니다', en: 'Cast a hexagram for this moment' },
  destiny: { ko: '태어난 순간의 하늘과 네 기둥', en: 'The sky and the pillars of your birth' },
  compatibility: { ko: '두 사람의 기운이 만나는 자리', en: 'Where two charts meet' },
  daily: { ko: '오늘 나에게 흐르는 기운', en: 'What today brings to your chart' },
};

/** What a person gets, below the headline. */
export const KIND_TEXTS: Names = {
  dream: {
    ko: '두세 문장으로 적어 주시면 상징과 감정을 짚고 서로 어떻게 이어지는지 그려 드립니다.',
    en: 'Tell it in two or three sentences: its symbols and feelings, how they are linked, what you can do.',
  },
  tarot: {
    ko: '일흔여덟 장에서 직접 고르면 자리마다 카드를 풀이해 드립니다.',
    en: 'Choose from seventy-eight cards; each is read in its place of the spread.',
  },
  iching: {
    ko: '여섯 효를 얻어 지금의 괘와 변해 갈 괘를 함께 읽습니다.',
    en: 'Six lines, the hexagram of now and the one it becomes.',
  },
  destiny: {
    ko: '생년월일시로 사주와 출생 차트를 세워 타고난 결과 지금의 흐름을 풀이합니다.',
    en: 'Four pillars and a birth chart from your date, time and place of birth.',
  },
  compatibility: {
    ko: '두 사람의 사주와 별자리를 나란히 놓고 잘 맞는 점과 부딪치는 점을 짚습니다.',
    en: 'Two births side by side: where they agree, where they clash, what helps.',
  },
  daily: {
    ko: '그날의 일진과 하늘의 움직임을 내 사주와 차트에 비추어 봅니다.',
    en: 'The day pillar and the sky of a day, seen against your own chart.',
  },
};

export const FIELD_NAMES: Names = {
  dream: { ko: '어떤 꿈을 꾸셨나요?', en: 'What did you dream?' },
  question: { ko: '무엇이 궁금하신가요?', en: 'What would you like to know?' },
  spread: { ko: '펼치는 방식', en: 'Spread' },
  date: { ko: '생년월일', en: 'Date of birth' },
  time: { ko: '태어난 시각', en: 'Time of birth' },
  city: { ko: '태어난 곳', en: 'Place of birth' },
  calendar: { ko: '양력·음력', en: 'Calendar' },
  gender: { ko: '성별', en: 'Gender' },
  method: { ko: '점치는 방법', en: 'How to cast' },
  theme: { ko: '주제', en: 'Theme' },
  symbols: { ko: '마음에 남은 상징', en: 'Symbols you noticed' },
  emotions: { ko: '느낀 감정', en: 'How it felt' },
  themes: { ko: '떠오르는 주제', en: 'Themes' },
  context: { ko: '요즘 상황', en: 'What is going on in your life' },
  lines: { ko: '직접 얻은 효 (아래부터)', en: 'Lines cast, bottom first' },
  hexagram: { ko: '이미 얻은 괘 (번호)', en: 'Hexagram cast (number)' },
  changing: { ko: '그 괘의 변하는 효', en: 'Its changing lines' },
  numbers: { ko: '떠오르는 수 두셋', en: 'Two or three numbers that come to mind' },
  at: { ko: '점친 때', en: 'Time of the cast' },
  changingRule: { ko: '변하는 효 읽는 법', en: 'Which changing texts to read' },
  sixLines: { ko: '육효 함께 보기', en: 'Six-line method (육효)' },
  lat: { ko: '위도', en: 'Latitude' },
  lon: { ko: '경도', en: 'Longitude' },
  timezone: { ko: '시간대', en: 'Time zone' },
  solarTime: { ko: '태양시 보정', en: 'Solar time correction' },
  dayBoundary: { ko: '하루의 시작', en: 'Start of the day' },
  lunarCalendar: { ko: '음력의 종류', en: 'Lunar calendar' },
  hiddenStems: { ko: '지장간 표', en: 'Hidden stems' },
  luckAgeRounding: { ko: '대운 나이 계산', en: 'Rounding of the luck age' },
  strengthMethod: { ko: '신강·신약 판단', en: 'Day master strength' },
  houseSystem: { ko: '하우스', en: 'Houses' },
  zodiac: { ko: '황도대', en: 'Zodiac' },
  ayanamsha: { ko: '아야남샤', en: 'Ayanamsha' },
  celticCrossOrder: { ko: '켈틱 크로스의 순서', en: 'Order of the Celtic Cross' },
  deck: { ko: '덱', en: 'Deck' },
  reversals: { ko: '역방향', en: 'Reversed cards' },
  significator: { ko: '나를 뜻하는 카드', en: 'Significator' },
  focus: { ko: '무엇으로 볼까요', en: 'Answer from' },
  name: { ko: '이름', en: 'Name' },
  relationship: { ko: '두 사람의 관계', en: 'What you are to each other' },
  day: { ko: '날짜 (비우면 오늘)', en: 'Day (today when empty)' },
  until: { ko: '마지막 날 (14일까지)', en: 'Last day (up to 14 days)' },
};

export const FIELD_HINTS: Names = {
  dream: {
    ko: '예) 큰 뱀이 집으로 들어와 나를 쫓아왔다. 무서웠지만 뱀의 눈이 따뜻했다.',
    en: 'A big snake came into the house and chased me. I was afraid, but its eyes were kind.',
  },
  question: { ko: '비워 두셔도 됩니다.', en: 'May be left empty.' },
  city: { ko: '예) 서울', en: 'Seoul' },
  date: { ko: '예) 1990-05-15, 19900515', en: '1990-05-15 or 19900515' },
  symbols: { ko: '쉼표로 나누어 적어 주세요', en: 'Separated by commas' },
  emotions: { ko: '쉼표로 나누어 적어 주세요', en: 'Separated by commas' },
  themes: { ko: '쉼표로 나누어 적어 주세요', en: 'Separated by commas' },
  context: { ko: '쉼표로 나누어 적어 주세요', en: 'Separated by commas' },
  hexagram: { ko: '예) 24', en: '24' },
  lines: { ko: '예) 7 8 6 9 7 8 (6 노음 · 7 소양)', en: '7 8 6 9 7 8 (6 old yin, 7 young yang)' },
  numbers: { ko: '예) 7, 12, 4', en: '7, 12, 4' },
  changing: { ko: '예) 1 4', en: '1 4' },
  at: { ko: '예) 2026-12-01 09:05', en: '2026-12-01 09:05' },
  name: { ko: '예) 지민', en: 'Alex' },
  day: { ko: '예) 2026-12-24', en: '2026-12-24' },
  until: { ko: '예) 2026-12-31', en: '2026-12-31' },
  timezone: { ko: '예) Asia/Seoul', en: 'Asia/Seoul' },
};

/** What a field is for, or what happens when it is empty: by field, or by kind and field. */
export const FIELD_HELP: Names = {
  time: {
    ko: '모르면 비워 두세요. 시주와 하우스를 빼고 봅니다.',
    en: 'Leave it empty if unknown: the hour pillar and the houses are then left out.',
  },
  city: { ko: '비우면 상승점과 하우스를 빼고 봅니다.', en: 'Without it, the ascendant and the houses are left out.' },
  'destiny.gender': { ko: '대운을 세우는 데 씁니다.', en: 'Needed for the decades of luck.' },
};

/** Names of options by field and value, else by value alone. */
const OPTION_NAMES: Readonly<Record<string, Names>> = {
  spread: {
    one: { ko: '한 장', en: 'One card' },
    three: { ko: '세 장 (과거·현재·미래)', en: 'Three cards: past, present, future' },
    'celtic-cross': { ko: '켈틱 크로스 (열 장)', en: 'Celtic Cross: ten cards' },
    relationship: { ko: '관계 (여섯 장)', en: 'Relationship: six cards' },
    year: { ko: '한 해 (열두 달)', en: 'The year, month by month' },
    situation: { ko: '상황·행동·결과 (세 장)', en: 'Situation, action, outcome' },
    'mind-body-spirit': { ko: '몸·마음·영혼 (세 장)', en: 'Mind, body, spirit' },
    choice: { ko: '양자택일 (다섯 장)', en: 'Two ways: five cards' },
    cross: { ko: '다섯 장 십자', en: 'Five-card cross' },
    horseshoe: { ko: '말발굽 (일곱 장)', en: 'Horseshoe: seven cards' },
    week: { ko: '한 주 (일곱 장)', en: 'The week' },
  },
  method: {
    coins: { ko: '동전 세 닢', en: 'Three coins' },
    yarrow: { ko: '시초(蓍草)', en: 'Yarrow stalks' },
    'plum-numbers': { ko: '매화역수 – 수', en: 'Plum blossom – numbers' },
    'plum-time': { ko: '매화역수 – 지금 시각', en: 'Plum blossom – this moment' },
  },
  changingRule: {
    all: { ko: '변하는 효를 모두', en: 'All changing lines' },
    'zhu-xi': { ko: '주희의 법', en: 'Zhu Xi’s rule' },
  },
  sixLines: { true: { ko: '예', en: 'Yes' }, false: { ko: '아니요', en: 'No' } },
  calendar: {
    solar: { ko: '양력', en: 'Solar' },
    lunar: { ko: '음력', en: 'Korean lunar' },
    leap: { ko: '음력 윤달', en: 'Korean lunar, leap month' },
  },
  gender: {
    '': { ko: '선택 안 함', en: 'Not given' },
    female: { ko: '여성', en: 'Female' },
    male: { ko: '남성', en: 'Male' },
    other: { ko: '그 밖', en: 'Other' },
  },
  theme: {
    chat: { ko: '전반', en: 'Everything' },
    love: { ko: '사랑', en: 'Love' },
    career: { ko: '일과 진로', en: 'Work and calling' },
    wealth: { ko: '재물', en: 'Money' },
    health: { ko: '몸과 마음의 돌봄', en: 'Well-being' },
    family: { ko: '가족', en: 'Family' },
    life_path: { ko: '인생의 방향', en: 'The way ahead' },
  },
  solarTime: {
    true: { ko: '진태양시', en: 'True solar time' },
    mean: { ko: '평균태양시', en: 'Mean solar time' },
    clock: { ko: '시계 시각 그대로', en: 'Clock time' },
  },
  dayBoundary: {
    jasi: { ko: '자시 (23시)', en: 'At 23:00 (jasi)' },
    midnight: { ko: '자정 (0시)', en: 'At midnight' },
    splitJasi: { ko: '야자시·조자시', en: 'Split jasi' },
  },
  lunarCalendar: { korean: { ko: '한국 음력', en: 'Korean' }, chinese: { ko: '중국 음력', en: 'Chinese' } },
  hiddenStems: {
    korean: { ko: '월률분야 (한국)', en: 'Korean table' },
    chinese: { ko: '인원 (중국)', en: 'Chinese table' },
  },
  luckAgeRounding: {
    nearest: { ko: '반올림', en: 'Nearest' },
    down: { ko: '버림', en: 'Down' },
    up: { ko: '올림', en: 'Up' },
  },
  strengthMethod: {
    points: { ko: '점수', en: 'Points' },
    support: { ko: '득령·득지·득세', en: 'Support (season, roots, company)' },
  },
  houseSystem: {
    placidus: { ko: '플라시두스', en: 'Placidus' },
    'whole-sign': { ko: '홀사인', en: 'Whole signs' },
    koch: { ko: '코흐', en: 'Koch' },
    equal: { ko: '이퀄', en: 'Equal' },
    regiomontanus: { ko: '레기오몬타누스', en: 'Regiomontanus' },
    campanus: { ko: '캄파누스', en: 'Campanus' },
  },
  zodiac: { tropical: { ko: '회귀 황도', en: 'Tropical' }, sidereal: { ko: '항성 황도', en: 'Sidereal' } },
  ayanamsha: {
    lahiri: { ko: '라히리', en: 'Lahiri' },
    'fagan-bradley': { ko: '페이건·브래들리', en: 'Fagan–Bradley' },
    krishnamurti: { ko: '크리슈나무르티', en: 'Krishnamurti' },
    raman: { ko: '라만', en: 'Raman' },
  },
  celticCrossOrder: { modern: { ko: '바탕부터', en: 'Base first' }, waite: { ko: '웨이트', en: 'As in Waite' } },
  deck: {
    waite: { ko: '라이더 웨이트', en: 'Rider–Waite' },
    thoth: { ko: '토트', en: 'Thoth' },
    marseille: { ko: '마르세유', en: 'Marseille' },
  },
  reversals: { true: { ko: '쓰기', en: 'Used' }, false: { ko: '쓰지 않기', en: 'Not used' } },
  relationship: {
    couple: { ko: '연인·부부', en: 'A couple' },
    family: { ko: '가족', en: 'Family' },
    friends: { ko: '친구', en: 'Friends' },
    work: { ko: '일하는 사이', en: 'Colleagues' },
  },
  focus: {
    both: { ko: '사주와 별자리', en: 'Both charts' },
    saju: { ko: '사주', en: 'Four pillars' },
    astrology: { ko: '별자리', en: 'Birth chart' },
  },
};

/** The name of an option; the value itself if the page has no name for it. */
export const optionName = (word: string, value: string): Bilingual =>
  OPTION_NAMES[word]?.[value] ?? { ko: value, en: value };

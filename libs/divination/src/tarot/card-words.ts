import type { Suit } from './deck.js';

/**
 * Names of the major arcana in other decks and languages, without articles, spaces and accents: Waite-Smith, Thoth
 * (Lust, Adjustment, Art, Aeon, Universe; Disks), Marseille (Le Bateleur; Deniers) and common Korean translations.
 */
export const MAJOR_WORDS: Readonly<Record<string, string>> = {
  'the-fool': 'fool mat fou excuse matto jester madman 바보 광대 풀',
  'the-magician': 'magician magus magicien juggler bateleur bagatto 마법사 마술사 매지션 메이지션',
  'the-high-priestess':
    'highpriestess priestess papess papesse popess femalepope popejoan grandepretresse juno junon 여사제 고위여사제 여교황 하이프리스티스',
  'the-empress': 'empress imperatrice imperatrix 여황제 여제 황후 엠프레스 엠프리스',
  'the-emperor': 'emperor empereur imperatore 황제 엠퍼러 엠페러',
  'the-hierophant':
    'hierophant heirophant pope pape highpriest jupiter 교황 법황 법왕 하이에로펀트 하이어로펀트 하이로펀트 히에로판트',
  'the-lovers': 'lovers lover amoureux amants 연인 연인들 러버 러버스',
  'the-chariot': 'chariot 전차 채리엇 채리어트',
  strength: 'strength force fortitude lust 힘 역량 스트렝스 스트랭스',
  'the-hermit': 'hermit ermite hermite 은둔자 은자 허밋 허미트',
  'wheel-of-fortune':
    'wheeloffortune fortune wheel rouedefortune 운명의수레바퀴 운명의바퀴 수레바퀴 휠오브포춘 휠오브포츈',
  justice: 'justice adjustment 정의 저스티스',
  'the-hanged-man':
    'hangedman hangingman traitor pendu 매달린사람 매달린남자 매달린자 거꾸로매달린사람 거꾸로매달린남자 행드맨 행맨',
  death: 'death mort namelessarcanum arcanesansnom grimreaper 죽음 사신 데스',
  temperance: 'temperance temperence art 절제 템퍼런스',
  'the-devil': 'devil diable 악마 데빌',
  'the-tower': 'tower tour maisondieu houseofgod lightningstrucktower fallingtower blastedtower 탑 타워 무너지는탑',
  'the-star': 'star etoile 별 스타',
  'the-moon': 'moon lune 달 문',
  'the-sun': 'sun soleil 태양 해 선 썬',
  judgement:
    'judgement judgment jugement lastjudgement lastjudgment judgementday judgmentday aeon æon 심판 최후의심판 심판의날 저지먼트 저지멘트',
  'the-world': 'world monde universe 세계 세상 우주 월드 유니버스',
};

/** Names of the suits in the same form; the codes are those of public card data (`cu01`, `swqu`, `p10`). */
export const SUIT_WORDS: Readonly<Record<Suit, string>> = {
  wands:
    'wands wand rods rod staves staffs staff batons baton clubs sticks sceptres bastoni bastos wa w 완드 완즈 지팡이 막대기 막대 봉',
  cups: 'cups cup chalices chalice goblets goblet coupes coupe vessels hearts coppe copas cu c 컵 컵스 성배 잔',
  swords: 'swords sword epees epee blades spades spade espadas sw s 소드 소즈 스워드 스워즈 검 칼',
  pentacles:
    'pentacles pentacle pents coins coin disks disk discs disc deniers denier diamonds denari oros pe p 펜타클 펜타클스 펜타클즈 펜터클 코인 동전 금화 디스크 오각별',
};

/**
 * Names of the ranks. Thoth's Prince and Princess are its knight and page; 11 to 14 are the court cards in public card
 * data.
 */
export const RANK_WORDS: readonly (readonly [rank: string, words: string])[] = [
  ['ace', 'ace as one 1 01 i ac 에이스 하나 일'],
  ['two', 'two deux 2 02 ii 이 둘 투'],
  ['three', 'three trois 3 03 iii 삼 셋 쓰리 스리'],
  ['four', 'four quatre 4 04 iv iiii 사 넷 포'],
  ['five', 'five cinq 5 05 v 오 다섯 파이브'],
  ['six', 'six 6 06 vi 육 여섯 식스'],
  ['seven', 'seven sept 7 07 vii 칠 일곱 세븐'],
  ['eight', 'eight huit 8 08 viii 팔 여덟 에잇 에이트'],
  ['nine', 'nine neuf 9 09 ix viiii 구 아홉 나인'],
  ['ten', 'ten dix 10 x 십 열 텐'],
  ['page', 'page knave jack valet princess pa pg 11 시종 시동 소년 페이지 공주'],
  ['knight', 'knight cavalier chevalier prince kn kt 12 기사 나이트 왕자'],
  ['queen', 'queen reine royne dame qu q 13 여왕 왕비 퀸'],
  ['king', 'king roi roy ki k 14 왕 국왕 킹'],
];

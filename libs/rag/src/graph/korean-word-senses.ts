import type { WordSense } from './word-sense.js';

const COUNTED = /(^|\s|\d)(\d|한|두|세|네|석|넉|다섯|여섯|일곱|여덟|아홉|열|몇|여러|수십|수백)$/;
const BARE = /^$/;
const COLOURED = /(하얀|흰|검은|까만|갈색|검정|붉은|빨간|노란|큰|커다란|작은|거대한)$/;

// How teeth go, and what may stand between: 이가 우수수 빠져서, 이를 두 개 뽑았다.
const BETWEEN =
  '(?:(?:우수수|와르르|후두둑|후드득|줄줄이|주르륵|스르르|하나씩|하나둘|하나|한꺼번에|몽땅|모두|모조리|전부|다|자꾸|계속|갑자기|막|툭|툭툭|뚝|뚝뚝|쑥|쏙|심하게|살짝|조금|조금씩|많이|너무|까맣게|누렇게|(?:한|두|세|네|몇|여러) ?개(?:가|를|나|씩)?)\\s)*';
const TEETH_GO = new RegExp(
  `^${BETWEEN}(?:빠지|빠졌|빠져|빠진|빠질|빠짐|흔들리|흔들렸|흔들려|흔들린|흔들거|썩어|썩었|썩은|썩는|썩고|부러지|부러졌|부러져|부러진|부서지|부서졌|부서져|부서진|깨지|깨졌|깨져|깨진|뽑히|뽑혔|뽑혀|뽑힌|시리|시려|시렸|시린)`,
);
const TEETH_TAKEN = new RegExp(`^${BETWEEN}(?:뽑|닦|갈았|갈며|갈면서|갈고 있|악물|드러내|뱉)`);
// 찾는 이가, 그이가: a person.
const SOMEONE =
  /(?:^|\s)(?:그|저|젊은|늙은|어떤|다른|많은|찾는|사는|아는|모르는|있는|없는|오는|가는|보는|읽는|떠난|남은)$/;

/** Korean names that are also something else, and what tells them apart. Measured by `labelled-korean.spec.ts`. */
export const koreanWordSenses: ReadonlyMap<string, WordSense> = new Map<string, WordSense>([
  // 두 개: a counter. 개꿈: a silly dream, not a dog.
  ['개', { never: [{ before: COUNTED }, { rest: /^꿈/ }] }],
  // 새 옷: new. 새로: newly. 물이 새는: leaking.
  [
    '새',
    {
      never: [{ rest: BARE, after: /^(?!한|두|세|떼|무리|여러)/ }, { rest: /^로/ }, { rest: /^는/, before: /[이가]$/ }],
    },
  ],
  // 비가 새는 집: leaking.
  ['새는', { never: [{ before: /[이가]$/ }] }],
  // 이 is this, a person, a particle and a surname far more often than a tooth.
  [
    '이',
    {
      never: [{ before: SOMEONE }],
      only: [
        { rest: /^(가|는|도|만|들이)$/, after: TEETH_GO },
        { rest: /^(를|도|만)$/, after: TEETH_TAKEN },
        { rest: BARE, after: /^(빠지는|빠진|뽑는|뽑히는|부러지는) 꿈|^빠졌|^빠지더니/ },
      ],
    },
  ],
  ['이가 빠지', { never: [{ before: SOMEONE }] }],
  // Said without its particle as well, and then 이 흔들리는 다리 is this bridge.
  [
    '이가 흔들리',
    {
      never: [
        { before: SOMEONE },
        { after: /^(다리|배|차|버스|기차|집|건물|바닥|땅|나무|의자|침대|마음|불빛|촛불|사다리)/ },
      ],
    },
  ],
  // 죽은 강아지: what is dead is another. 죽은 채로, 죽은 내 모습: one's own death.
  [
    '죽',
    {
      never: [
        {
          rest: /^은?$/,
          after:
            /^(?!(?:나|저)(?:[를는의도와]|\s|$)|[내제](?:가|\s)|것|거|채|줄|뒤|후|다음|듯|척|상태|꿈|기분|뻔|수\s|때|정도|만큼|지\s|모습|몸|순간|날|이유)[가-힣]/,
        },
      ],
    },
  ],
  // 말 is a word far more often than a horse.
  [
    '말',
    { only: [{ after: /^\S*\s?(타|탔|탄|달리|달렸|뛰|마리|떼|안장|갈기|고삐|마구간|올라|몰)/ }, { before: COLOURED }] },
  ],
  [
    '눈',
    {
      senses: {
        'dream:snow': [
          { after: /^(많이\s|펑펑\s|계속\s|하얗게\s)?(내리|내렸|내려|왔|오는|오고|와서|쌓|녹|덮|날리|펑펑|치우|치웠)/ },
          { before: /(하얀|흰|첫)$/, rest: /^(이|을|은|에|속|위|처럼)/ },
        ],
        'dream:eye': [
          {
            after:
              /^(너무\s|아주\s|정말\s|갑자기\s)?(크|커|컸|감|멀|빨갛|빨개|빨갰|충혈|나를|지켜보|쳐다|노려|바라|씻|아프|아파|아픈|아팠|마주|반짝|부시|부셨|맑|따가|뽑|보이지|안 보)/,
          },
          {
            before: /(큰|커다란|무서운|빨간|파란|노란|슬픈|한쪽|맑은|의|사람|남자|여자)$/,
            rest: /^(이|을|은|과|에서)/,
          },
        ],
      },
    },
  ],
  [
    '배',
    {
      senses: {
        'dream:ship': [
          { after: /^(타|탔|탄|항해|가라앉|침몰|뒤집|떠나|떠났|떴|난파|부서|흔들|움직|항구|물이|들어오|들어왔)/ },
          { before: /(바다에|바다 위|바다 위에|강에|돛을 단|항구에)$/ },
        ],
        'dream:belly': [
          {
            after:
              /^(너무\s|많이\s|자꾸\s|점점\s)?(속|터지|터질|아프|아파|아픈|아팠|고프|고파|고팠|부르|부른|불러|불렀|나왔|나온|만지|만졌|쓰다듬|튀어)/,
          },
        ],
        'dream:pear': [
          { after: /^(\S+게\s)?(먹|깎|따|땄|익|열리|열렸|한 입|베어)/ },
          { before: /(과일|달콤한|잘 익은)$/ },
        ],
      },
    },
  ],
  [
    '차',
    {
      never: [{ before: COUNTED }],
      only: [
        {
          after:
            /^(타|탔|탄|몰|운전|사고|치이|치였|뒤집|부딪|달리|달렸|고장|세우|세웠|주차|멈|막히|훔치|훔쳤|안에|밖으로|뒤로|폭발|미끄)/,
        },
        { before: /(큰|새|빨간|검은|흰|하얀|내|우리|낯선|아빠|남편|친구)$/, rest: /^(가|를|에|로|는)/ },
      ],
    },
  ],
  [
    '다리',
    {
      senses: {
        'dream:bridge': [
          { after: /^(건너|건넜|무너|끊어|끊겼|끊긴|위|밑|아래|난간|끝|한가운데|맞은편)/ },
          { before: /(긴|나무|흔들리는|돌)$/ },
        ],
        'dream:foot': [
          {
            after:
              /^(너무\s|자꾸\s|갑자기\s)?(다치|다쳤|다쳐|아프|아파|아픈|아팠|부러|저리|저렸|잘리|잘렸|떨|후들|움직|풀|붓|부었|없|묶|무거|무겁|안 움직|힘)/,
          },
        ],
      },
    },
  ],
  [
    '밤',
    {
      senses: {
        'dream:darkness': [
          { before: /(어두운|깊은|캄캄한|깜깜한|늦은)$/ },
          { rest: BARE, after: /^(길|골목|숲|거리|산|바다)/ },
        ],
        'dream:chestnut': [{ rest: /^[을이]$/, after: /^(줍|주웠|주워|까|깠|먹|익|떨어|굽|구워|삶)/ }],
      },
    },
  ],
  ['벌', { only: [{ after: /^\S*\s?(쏘|쏘였|떼|날아|윙윙|쫓)/ }] }],
  // 새로 산 옷: bought.
  [
    '산',
    {
      never: [
        { before: /(새로|어제|방금|막|전에|직접|돈으로|비싸게|내가)$/ },
        { rest: BARE, after: /^(?!위|아래|밑|속|정상|꼭대기|너머|길|중턱|입구|뒤|앞|쪽|하나|근처|전체|$|[.,!?])/ },
      ],
    },
  ],
  ['달', { never: [{ before: COUNTED }, { before: /(이번|지난|다음|저번|매|그)$/ }, { rest: /^마다/ }] }],
  [
    '별',
    {
      never: [
        { rest: /^로/ },
        { rest: BARE, after: /^(일|문제|생각|말|의미|뜻|것|거|수|차이|느낌|이유|탈|관심|소용)/ },
      ],
    },
  ],
  ['불', { never: [{ rest: /^(만|과)$/ }, { rest: /^의$/, after: /^사고/ }] }],
  [
    '피',
    {
      never: [
        { rest: /^로$/, after: /^(?!물|얼룩|범벅|가득|뒤덮|젖|쓰|쓴)/ },
        { rest: /^는$/, before: /꽃[이은]?(\s\S+)?$/ },
      ],
    },
  ],
  ['비', { never: [{ rest: /^만$/, after: /^(?!오|내리|맞|왔|내렸)/ }] }],
  ['강', { never: [{ rest: /^의$/ }] }],
  ['실', { never: [{ rest: /^(은|로)$/ }] }],
  ['젖', { never: [{ rest: /^은$/ }] }],
  [
    '풀',
    {
      never: [
        { rest: /^이$/, before: /(꿈|사주|운세|문제|타로|점괘|해몽)$/ },
        { rest: /^이$/, after: /^(부탁|해|좀|결과|방법)/ },
        { rest: BARE, after: /^(수|길|때|방법|문제|것)/ },
      ],
    },
  ],
  [
    '쥐',
    {
      never: [
        { rest: /^가$/, after: /^(났|나서|날|난)/ },
        { rest: /^는$/, before: /[에을를]$/ },
      ],
    },
  ],
  ['힘', { never: [{ rest: /^들/ }, { rest: BARE, after: /^(없|들|빠)/ }] }],
  ['발', { never: [{ before: COUNTED }] }],
  ['금', { never: [{ rest: /^이$/, after: /^(갔|간\s|가서|가\s)/ }] }],
  ['약', { never: [{ rest: BARE, after: /^(\d|한|두|세|십|백|일주|이주|몇|반)/ }] }],
  ['문', { never: [{ rest: /^의$/, after: /^(드|했|하|사항)/ }] }],
  ['총', { never: [{ rest: BARE, after: /^(\d|몇|다섯|여섯|열|금액|합|인원|세|네|두)/ }] }],
  [
    '턱',
    {
      never: [
        { rest: BARE, after: /^(막|걸|숨)/ },
        { rest: /^이$/, after: /^(없|있)/ },
      ],
    },
  ],
  ['쑥', { never: [{ rest: BARE, after: /^(?!을|캐|뜯|먹|향|떡)/ }] }],
  ['귀', { never: [{ rest: /^가$/, after: /^(했|하|길|시간|중)/ }] }],
  // 위로 올라갔다: upwards.
  ['위로', { never: [{ rest: /^(|도|는|만)$/, after: /^(?!해|하|했|받|가|와|의|말|한)/ }] }],
  // 집에 가면: if I go.
  [
    '가면',
    {
      never: [
        { rest: BARE, after: /^(?!쓴|쓰|썼|벗|속|뒤|하나|축제|무도)/ },
        { rest: BARE, before: /[에로]$/ },
      ],
    },
  ],
  ['아이', { never: [{ rest: /^고/ }] }],
  ['사고', { never: [{ rest: /^(|는|도)$/, before: /[을를]$/ }] }],
  ['모자', { never: [{ rest: /^(라|란|랐|랄)/ }] }],
  ['배우', { never: [{ rest: BARE }] }],
  ['부러', { never: [{ rest: /^[지졌진뜨트]/ }] }],
  ['눈길', { never: [{ after: /^(끌|주|피|돌|마주|사로)/ }] }],
  ['사과', { never: [{ after: /^(했|하|받|드)/ }] }],
  ['연기', { never: [{ after: /^(했|하|되|됐|잘)/ }] }],
  ['방문', { never: [{ rest: BARE, after: /^(했|하|받|중)/ }] }],
  ['수련', { never: [{ after: /^(했|하|중)/ }] }],
  ['차례', { only: [{ after: /^(지내|지냈|상|올리|올렸|음식)/ }] }],
  ['막혀', { never: [{ before: /(숨이|숨|코가|목이|차가|길이|귀가)$/ }] }],
]);

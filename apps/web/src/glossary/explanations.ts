/**
 * A term's name, its explanation, and the source of a regular expression for the words that mean it, without groups; the
 * name when absent.
 */
export type Explanation = readonly [name: string, text: string, pattern?: string];

/** Id, Korean and English explanation of each term. */
export const EXPLANATIONS: readonly (readonly [id: string, ko: Explanation, en: Explanation])[] = [
  [
    'elements',
    ['오행', '목·화·토·금·수 다섯 기운입니다. 서로 낳거나 다스리며 균형을 이룹니다.'],
    ['Five elements', 'Wood, fire, earth, metal and water. Each feeds one of the others and restrains another.'],
  ],
  [
    'day-master',
    ['일간', '태어난 날의 윗글자로, 사주에서 ‘나’를 뜻합니다.', '(?<![\\d주])일간'],
    ['Day master', 'The upper character of the day of birth. It stands for you.'],
  ],
  [
    'day-pillar',
    ['일주', '태어난 날의 두 글자입니다. 윗글자는 나, 아랫글자(일지)는 배우자 자리로 봅니다.', '일주(?!일)|일지'],
    [
      'Day pillar',
      'The two characters of the day of birth: you above, the seat of the partner below.',
      'day (?:pillar|branch)',
    ],
  ],
  [
    'ten-gods',
    ['십성', '다른 글자가 나(일간)와 맺는 관계에 붙인 열 가지 이름입니다.', '십성|십신'],
    ['Ten gods', 'Ten names for the way in which another character relates to you, the day master.'],
  ],
  [
    'companion',
    ['비견·겁재', '나와 같은 오행입니다. 나 자신과 동료, 때로는 경쟁을 뜻합니다.', '비견|겁재|비겁'],
    ['Companion, Rob Wealth', 'Your own element: yourself, peers, sometimes rivals.', 'companion|rob wealth'],
  ],
  [
    'output',
    ['식신·상관', '내가 낳는 오행입니다. 표현과 재능, 활동을 뜻합니다.', '식신|상관(?!없)|식상'],
    [
      'Eating God, Hurting Officer',
      'The element you feed: expression, talent, activity.',
      'eating god|hurting officer',
    ],
  ],
  [
    'wealth',
    ['편재·정재', '내가 다스리는 오행입니다. 재물과 현실 감각을 뜻합니다.', '[편정]재(?=[\\s(가는를의와,.]|입)|재성'],
    ['Direct and Indirect Wealth', 'The element you restrain: money and practical sense.', '(?:in)?direct wealth'],
  ],
  [
    'officer',
    ['편관·정관', '나를 다스리는 오행입니다. 일터와 규칙, 책임을 뜻합니다.', '[편정]관(?=[\\s(이은을의과,.]|입)|관성'],
    [
      'Direct Officer, Seven Killings',
      'The element that restrains you: work, rules, duty.',
      'direct officer|seven killings',
    ],
  ],
  [
    'resource',
    ['편인·정인', '나를 낳는 오행입니다. 배움과 돌봄, 쉼을 뜻합니다.', '[편정]인(?=[\\s(이은을의과,.]|입)|인성'],
    ['Direct and Indirect Resource', 'The element that feeds you: learning, care, rest.', '(?:in)?direct resource'],
  ],
  [
    'hidden-stems',
    ['지장간', '지지(아랫글자) 속에 숨은 천간입니다.'],
    ['Hidden stems', 'Stems (upper characters) that lie within a branch (lower character).'],
  ],
  [
    'life-stages',
    ['12운성', '기운이 나고 자라 쇠하는 과정을 열두 단계로 나눈 것입니다.', '(?:12|십이)\\s?운성'],
    ['Life stage', 'One of twelve stages in which an element is born, grows and declines.'],
  ],
  [
    'stars',
    ['신살', '역마·도화처럼 글자의 짝에 붙인 이름입니다. 참고로만 봅니다.'],
    ['Stars', 'Names for certain pairs of characters, such as the Travelling Horse. A minor hint.', 'spirit stars?'],
  ],
  [
    'void',
    ['공망', '일주가 속한 열흘에서 짝을 얻지 못한 두 지지로, 힘이 빈 자리로 봅니다.'],
    ['Void', 'The two branches left without a stem in the ten days of the day pillar; seen as empty.', 'void'],
  ],
  [
    'luck',
    ['대운', '십 년마다 바뀌는 큰 흐름입니다.'],
    ['Decade of luck', 'A pillar that colours ten years of life.', 'decades? of luck|luck pillars?'],
  ],
  [
    'years',
    ['세운', '한 해의 기둥이 가져오는 흐름입니다.'],
    ['Year pillar', 'What the pillar of a year brings.', 'annual luck'],
  ],
  [
    'strength',
    ['신강·신약', '나를 돕는 기운이 많으면 신강, 적으면 신약입니다. 좋고 나쁨이 아닙니다.', '신강|신약'],
    [
      'Strong or weak day master',
      'Whether much or little in the chart supports you. Neither is better.',
      '(?:strong|weak) day master',
    ],
  ],
  [
    'structure',
    ['격국', '월지를 중심으로 본 사주의 짜임새입니다.'],
    ['Structure', 'The type of a chart, judged by the month branch.', 'structure'],
  ],
  [
    'useful',
    ['용신', '사주의 균형을 돕는 오행입니다. 억부는 힘의 세기로, 조후는 계절로 고릅니다.', '용신|억부|조후'],
    ['Useful element', 'The element that balances the chart, chosen by strength or by the climate of the season.'],
  ],
  [
    'combination',
    ['합', '글자와 글자가 서로 끌려 어울리는 관계입니다. 육합·삼합·반합이 있습니다.', '[육삼반]합|합\\(合\\)'],
    [
      'Combination',
      'Characters that attract each other: in pairs (six), in threes, or half of a three.',
      '(?:six|three|half|stem) combination',
    ],
  ],
  [
    'clash',
    ['충', '마주 보는 두 글자가 부딪치는 관계입니다. 변화와 움직임을 뜻합니다.', '충\\(沖\\)'],
    ['Clash', 'Opposite characters that push against each other: change and movement.', 'clash(?= \\(沖)'],
  ],
  [
    'friction',
    [
      '형·파·해',
      '글자끼리 서걱거리는 관계입니다. 형은 조정, 파는 틈, 해는 방해를 뜻합니다.',
      '형\\(刑\\)|파\\(破\\)|해\\(害\\)',
    ],
    ['Punishment, break, harm', 'Milder frictions between characters.', '(?:punishment|break|harm)(?= \\()'],
  ],
  [
    'resentment',
    ['원진', '가까우면 사소한 것이 거슬리고 멀면 그리운 관계입니다.'],
    [
      'Resentment (Wonjin)',
      'Two characters that irritate each other when close and miss each other when apart.',
      'resentment|wonjin',
    ],
  ],
  [
    'day',
    ['일진', '그날의 두 글자(일주)입니다.'],
    ['Pillar of the day', 'The two characters of a calendar day, compared with your own.', 'pillar of the day'],
  ],
  [
    'ascendant',
    ['상승점', '태어난 순간 동쪽 지평선에 떠오르던 자리입니다. 첫인상을 뜻합니다.'],
    ['Ascendant', 'The degree that rose in the east at birth: the first impression you make.'],
  ],
  [
    'midheaven',
    ['중천점', '태어난 순간 하늘 가장 높은 자리입니다. 사회적 방향을 뜻합니다.'],
    ['Midheaven', 'The highest degree of the sky at birth: your direction in public life.'],
  ],
  [
    'house',
    ['하우스', '하늘을 열두 칸으로 나눈 것으로, 삶의 영역을 뜻합니다.'],
    [
      'House',
      'One of twelve parts of the sky; each stands for an area of life.',
      '(?:\\w+th|first|second|third) house|houses?(?= \\d)',
    ],
  ],
  [
    'aspect',
    [
      '각(애스펙트)',
      '두 천체 사이의 각도입니다. 합 0°, 육각 60°, 사각 90°, 삼각 120°, 대립각 180°. 육각·삼각은 부드럽고 사각·대립각은 팽팽합니다.',
      '육분|[육사삼]각(?!형)|대립각',
    ],
    [
      'Aspect',
      'The angle between two bodies: conjunction 0°, sextile 60°, square 90°, trine 120°, opposition 180°. Sextile and trine are easy, square and opposition tense.',
      'trine|sextile|square|opposition|conjunction',
    ],
  ],
  [
    'retrograde',
    ['역행', '지구에서 볼 때 행성이 거꾸로 가는 듯한 시기입니다.'],
    ['Retrograde', 'Seen from Earth, the planet seems to move backwards.'],
  ],
  [
    'orb',
    ['오차(오브)', '정확한 각도에서 벗어난 정도입니다. 작을수록 강합니다.', '오브'],
    ['Orb', 'How far an angle is from exact; smaller is stronger.', 'orb'],
  ],
  [
    'transit',
    ['트랜짓', '지금 하늘의 행성이 출생 차트와 이루는 각입니다.'],
    ['Transit', 'An angle between a planet now and your birth chart.', 'transits?'],
  ],
  [
    'changing',
    ['변하는 효', '음양이 바뀌려는 효(6 노음, 9 노양)입니다. 바뀌면 두 번째 괘가 됩니다.', '변효|동효|변하는 효'],
    [
      'Changing line',
      'A line about to turn (6 old yin, 9 old yang). Turning these gives the second hexagram.',
      'changing lines?',
    ],
  ],
  [
    'related',
    [
      '호괘·종괘·착괘',
      '호괘는 가운데 네 효로 본 속사정, 종괘는 뒤집어 본 모습, 착괘는 음양을 모두 바꾼 모습입니다.',
      '호괘|종괘|착괘',
    ],
    [
      'Nuclear, inverse, opposite',
      'Nuclear: made of the four inner lines, the inner situation. Inverse: turned upside down. Opposite: every line reversed.',
      'nuclear hexagram',
    ],
  ],
  [
    'reversed',
    ['역방향', '카드가 거꾸로 나온 것입니다. 뜻이 막히거나 안으로 향한 것으로 읽습니다.'],
    ['Reversed', 'The card lies upside down: its meaning is blocked or turned inwards.', 'reversed'],
  ],
  [
    'solar-time',
    ['진태양시', '태어난 곳에서 해가 실제로 가리키던 시각입니다. 시계보다 30분쯤 다를 수 있습니다.', '진태양시|태양시'],
    ['Solar time', 'The time by the Sun at the place of birth, which may differ from the clock.', 'solar time'],
  ],
  [
    'jasi',
    ['자시', '밤 11시부터 새벽 1시까지입니다. 하루를 11시에 시작할지 0시에 시작할지 정합니다.', '자시'],
    ['Jasi', 'The double hour from 23:00 to 01:00. Schools differ on whether it begins the new day.', 'jasi'],
  ],
  [
    'zodiac',
    [
      '황도대·아야남샤',
      '회귀 황도는 계절을, 항성 황도는 별자리를 기준으로 합니다. 아야남샤는 둘의 차이입니다.',
      '아야남샤',
    ],
    [
      'Zodiac and ayanamsha',
      'The tropical zodiac follows the seasons, the sidereal one the stars; the ayanamsha is their difference.',
      'ayanamsha',
    ],
  ],
];

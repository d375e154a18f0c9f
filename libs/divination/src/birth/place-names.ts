/** Alternative names of cities, by country and English name as in the table of world cities. */
export const PLACE_ALIASES: Readonly<Record<string, readonly string[]>> = {
  'AT Vienna': ['비엔나', 'wien'],
  'CN Beijing': ['북경', 'peking'],
  'CN Shanghai': ['상해'],
  'CN Guangzhou': ['광주(중국)', 'canton'],
  'CN Qingdao': ['청도(중국)', 'tsingtao'],
  'CN Yanji': ['연길'],
  'CN Shenyang': ['심양'],
  'CZ Prague': ['praha'],
  'DE Frankfurt am Main': ['frankfurt', '프랑크푸르트'],
  'DE Köln': ['cologne', '쾰른'],
  'DE Munich': ['münchen'],
  'IN Mumbai': ['bombay'],
  'IN Kolkata': ['calcutta'],
  'IN Bengaluru': ['bangalore', '방갈로르'],
  'IT Rome': ['roma'],
  'IT Milan': ['milano'],
  'JP Tokyo': ['동경'],
  'PL Warsaw': ['warszawa'],
  'PT Lisbon': ['lisboa'],
  'RU Saint Petersburg': ['st petersburg', 'leningrad'],
  'TW Taipei': ['타이페이'],
  'UA Kyiv': ['kiev', '키이우'],
  'US Dallas': ['달라스'],
  'US Honolulu': ['하와이', 'hawaii'],
  'US Los Angeles': ['la', '엘에이', '로스엔젤레스'],
  'US New York City': ['뉴욕시', 'nyc', 'manhattan', '맨해튼'],
  'US Washington, D.C.': ['washington', 'washington dc', '워싱턴', '워싱턴 dc'],
  'VN Ho Chi Minh City': ['호찌민', '호찌민시', '호치민시', 'saigon', '사이공'],
};

export const COUNTRY_ALIASES: Readonly<Record<string, readonly string[]>> = {
  CN: ['중화인민공화국', 'prc'],
  GB: ['uk', 'great britain', 'britain'],
  HK: ['hong kong'],
  JP: ['일본국'],
  KP: ['dprk', '조선'],
  KR: ['korea', 'republic of korea', 'rok', '한국', '남한'],
  MO: ['macau'],
  RU: ['russian federation'],
  TR: ['turkey', '터키'],
  TW: ['타이완'],
  US: ['usa', 'u s a', 'america', 'united states of america', '미합중국'],
  VN: ['viet nam'],
};

const US_STATES =
  'AL Alabama 앨라배마,AK Alaska 알래스카,AZ Arizona 애리조나,AR Arkansas 아칸소,CA California 캘리포니아,CO Colorado 콜로라도,CT Connecticut 코네티컷,DE Delaware 델라웨어,DC District_of_Columbia 컬럼비아_특별구,FL Florida 플로리다,GA Georgia 조지아,HI Hawaii 하와이,ID Idaho 아이다호,IL Illinois 일리노이,IN Indiana 인디애나,IA Iowa 아이오와,KS Kansas 캔자스,KY Kentucky 켄터키,LA Louisiana 루이지애나,ME Maine 메인,MD Maryland 메릴랜드,MA Massachusetts 매사추세츠,MI Michigan 미시간,MN Minnesota 미네소타,MS Mississippi 미시시피,MO Missouri 미주리,MT Montana 몬태나,NE Nebraska 네브래스카,NV Nevada 네바다,NH New_Hampshire 뉴햄프셔,NJ New_Jersey 뉴저지,NM New_Mexico 뉴멕시코,NY New_York 뉴욕,NC North_Carolina 노스캐롤라이나,ND North_Dakota 노스다코타,OH Ohio 오하이오,OK Oklahoma 오클라호마,OR Oregon 오리건,PA Pennsylvania 펜실베이니아,RI Rhode_Island 로드아일랜드,SC South_Carolina 사우스캐롤라이나,SD South_Dakota 사우스다코타,TN Tennessee 테네시,TX Texas 텍사스,UT Utah 유타,VT Vermont 버몬트,VA Virginia 버지니아,WA Washington 워싱턴,WV West_Virginia 웨스트버지니아,WI Wisconsin 위스콘신,WY Wyoming 와이오밍';

const usStates = Object.fromEntries(
  US_STATES.split(',').map((row) => {
    const [code = '', ...names] = row.split(' ').map((word) => word.replaceAll('_', ' '));
    return [code, [code, ...names, `${names[1] ?? ''}주`]];
  }),
);

/** Names of regions, by country and by region code as in the table of world cities. */
export const REGIONS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  US: usStates,
  CA: {
    '01': ['AB', 'Alberta', '앨버타'],
    '02': ['BC', 'British Columbia', '브리티시컬럼비아'],
    '03': ['MB', 'Manitoba', '매니토바'],
    '04': ['NB', 'New Brunswick', '뉴브런즈윅'],
    '05': ['NL', 'Newfoundland and Labrador', 'Newfoundland', '뉴펀들랜드 래브라도'],
    '07': ['NS', 'Nova Scotia', '노바스코샤'],
    '08': ['ON', 'Ontario', '온타리오'],
    '09': ['PE', 'PEI', 'Prince Edward Island', '프린스에드워드아일랜드'],
    '10': ['QC', 'Quebec', '퀘벡'],
    '11': ['SK', 'Saskatchewan', '서스캐처원'],
  },
  AU: {
    '01': ['ACT', 'Australian Capital Territory'],
    '02': ['NSW', 'New South Wales', '뉴사우스웨일스'],
    '03': ['NT', 'Northern Territory', '노던준주'],
    '04': ['QLD', 'Queensland', '퀸즐랜드'],
    '05': ['SA', 'South Australia', '사우스오스트레일리아'],
    '06': ['TAS', 'Tasmania', '태즈메이니아'],
    '07': ['VIC', 'Victoria', '빅토리아'],
    '08': ['WA', 'Western Australia', '웨스턴오스트레일리아'],
  },
  GB: {
    ENG: ['England', '잉글랜드'],
    SCT: ['Scotland', '스코틀랜드'],
    WLS: ['Wales', '웨일스'],
    NIR: ['Northern Ireland', '북아일랜드'],
  },
};

/**
 * The cities (시) and counties (군) of South Korea with the coordinates of their seats to two decimals of a degree (about
 * 1 km, under 5 s of solar time). Line format: `Korean name | English name | degrees north | degrees east`, below the
 * line of the province. Cities and counties that no longer exist or were merged come last in their province.
 */
export const KOREAN_PLACES = `
= 서울특별시|서울|Seoul|37.57|126.98
= 부산광역시|부산|Busan|35.18|129.08
기장군|Gijang|35.24|129.22
= 대구광역시|대구|Daegu|35.87|128.6
달성군|Dalseong|35.77|128.43
군위군|Gunwi|36.24|128.57
= 인천광역시|인천|Incheon|37.46|126.71
강화군|Ganghwa|37.75|126.49
옹진군|Ongjin|37.45|126.64
백령도|Baengnyeong Island|37.97|124.72
= 광주광역시|광주|Gwangju|35.16|126.85
= 대전광역시|대전|Daejeon|36.35|127.38
= 울산광역시|울산|Ulsan|35.54|129.31
울주군|Ulju|35.52|129.24
= 세종특별자치시|세종|Sejong|36.48|127.29
= 경기도|경기|Gyeonggi|37.29|127.05
수원시|Suwon|37.26|127.03
성남시|Seongnam|37.42|127.13
의정부시|Uijeongbu|37.74|127.03
안양시|Anyang|37.39|126.96
부천시|Bucheon|37.5|126.77
광명시|Gwangmyeong|37.48|126.86
평택시|Pyeongtaek|36.99|127.11
동두천시|Dongducheon|37.9|127.06
안산시|Ansan|37.32|126.83
고양시|Goyang|37.66|126.83
과천시|Gwacheon|37.43|126.99
구리시|Guri|37.59|127.13
남양주시|Namyangju|37.64|127.22
오산시|Osan|37.15|127.08
시흥시|Siheung|37.38|126.8
군포시|Gunpo|37.36|126.94
의왕시|Uiwang|37.34|126.97
하남시|Hanam|37.54|127.21
용인시|Yongin|37.24|127.18
파주시|Paju|37.76|126.78
이천시|Icheon|37.27|127.44
안성시|Anseong|37.01|127.28
김포시|Gimpo|37.62|126.72
화성시|Hwaseong|37.2|126.83
광주시|Gwangju|37.43|127.26
양주시|Yangju|37.79|127.05
포천시|Pocheon|37.89|127.2
여주시|Yeoju|37.3|127.64
연천군|Yeoncheon|38.1|127.07
가평군|Gapyeong|37.83|127.51
양평군|Yangpyeong|37.49|127.49
= 강원특별자치도|강원|Gangwon|37.88|127.73
춘천시|Chuncheon|37.88|127.73
원주시|Wonju|37.34|127.92
강릉시|Gangneung|37.75|128.88
동해시|Donghae|37.52|129.11
태백시|Taebaek|37.16|128.99
속초시|Sokcho|38.21|128.59
삼척시|Samcheok|37.45|129.17
홍천군|Hongcheon|37.7|127.89
횡성군|Hoengseong|37.49|127.98
영월군|Yeongwol|37.18|128.46
평창군|Pyeongchang|37.37|128.39
정선군|Jeongseon|37.38|128.66
철원군|Cheorwon|38.15|127.31
화천군|Hwacheon|38.11|127.71
양구군|Yanggu|38.11|127.99
인제군|Inje|38.07|128.17
고성군|Goseong|38.38|128.47
양양군|Yangyang|38.08|128.62
= 충청북도|충북|North Chungcheong|36.64|127.49
청주시|Cheongju|36.64|127.49
충주시|Chungju|36.99|127.93
제천시|Jecheon|37.13|128.19
보은군|Boeun|36.49|127.73
옥천군|Okcheon|36.31|127.57
영동군|Yeongdong|36.17|127.78
증평군|Jeungpyeong|36.79|127.58
진천군|Jincheon|36.86|127.44
괴산군|Goesan|36.82|127.79
음성군|Eumseong|36.94|127.69
단양군|Danyang|36.98|128.37
청원군|Cheongwon|36.64|127.49
= 충청남도|충남|South Chungcheong|36.66|126.67
천안시|Cheonan|36.82|127.11
공주시|Gongju|36.45|127.12
보령시|Boryeong|36.33|126.61
아산시|Asan|36.79|127.0
서산시|Seosan|36.78|126.45
논산시|Nonsan|36.19|127.1
계룡시|Gyeryong|36.27|127.25
당진시|Dangjin|36.89|126.65
금산군|Geumsan|36.11|127.49
부여군|Buyeo|36.28|126.91
서천군|Seocheon|36.08|126.69
청양군|Cheongyang|36.46|126.8
홍성군|Hongseong|36.6|126.66
예산군|Yesan|36.68|126.84
태안군|Taean|36.75|126.3
연기군|Yeongi|36.6|127.3
대천시|Daecheon|36.33|126.61
온양시|Onyang|36.79|127.0
= 전북특별자치도|전북|North Jeolla|35.82|127.11
전주시|Jeonju|35.82|127.15
군산시|Gunsan|35.97|126.74
익산시|Iksan|35.95|126.96
정읍시|Jeongeup|35.57|126.86
남원시|Namwon|35.42|127.39
김제시|Gimje|35.8|126.88
완주군|Wanju|35.9|127.16
진안군|Jinan|35.79|127.42
무주군|Muju|36.01|127.66
장수군|Jangsu|35.65|127.52
임실군|Imsil|35.62|127.29
순창군|Sunchang|35.37|127.14
고창군|Gochang|35.44|126.7
부안군|Buan|35.73|126.73
이리시|Iri|35.95|126.96
= 전라남도|전남|South Jeolla|34.82|126.46
목포시|Mokpo|34.81|126.39
여수시|Yeosu|34.76|127.66
순천시|Suncheon|34.95|127.49
나주시|Naju|35.02|126.71
광양시|Gwangyang|34.94|127.7
담양군|Damyang|35.32|126.99
곡성군|Gokseong|35.28|127.29
구례군|Gurye|35.2|127.46
고흥군|Goheung|34.61|127.28
보성군|Boseong|34.77|127.08
화순군|Hwasun|35.06|126.99
장흥군|Jangheung|34.68|126.91
강진군|Gangjin|34.64|126.77
해남군|Haenam|34.57|126.6
영암군|Yeongam|34.8|126.7
무안군|Muan|34.99|126.48
함평군|Hampyeong|35.07|126.52
영광군|Yeonggwang|35.28|126.51
장성군|Jangseong|35.3|126.78
완도군|Wando|34.31|126.76
진도군|Jindo|34.49|126.26
신안군|Sinan|34.83|126.35
= 경상북도|경북|North Gyeongsang|36.58|128.51
포항시|Pohang|36.02|129.34
경주시|Gyeongju|35.86|129.22
김천시|Gimcheon|36.14|128.11
안동시|Andong|36.57|128.73
구미시|Gumi|36.12|128.34
영주시|Yeongju|36.81|128.62
영천시|Yeongcheon|35.97|128.94
상주시|Sangju|36.41|128.16
문경시|Mungyeong|36.59|128.19
경산시|Gyeongsan|35.83|128.74
의성군|Uiseong|36.35|128.7
청송군|Cheongsong|36.44|129.06
영양군|Yeongyang|36.67|129.11
영덕군|Yeongdeok|36.42|129.37
청도군|Cheongdo|35.65|128.73
고령군|Goryeong|35.73|128.26
성주군|Seongju|35.92|128.28
칠곡군|Chilgok|36.0|128.4
예천군|Yecheon|36.66|128.45
봉화군|Bonghwa|36.89|128.73
울진군|Uljin|36.99|129.4
울릉군|Ulleung|37.48|130.91
독도|Dokdo|37.24|131.87
점촌시|Jeomchon|36.59|128.19
= 경상남도|경남|South Gyeongsang|35.24|128.69
창원시|Changwon|35.23|128.68
진주시|Jinju|35.18|128.11
통영시|Tongyeong|34.85|128.43
사천시|Sacheon|35.0|128.06
김해시|Gimhae|35.23|128.89
밀양시|Miryang|35.5|128.75
거제시|Geoje|34.88|128.62
양산시|Yangsan|35.34|129.04
의령군|Uiryeong|35.32|128.26
함안군|Haman|35.27|128.41
창녕군|Changnyeong|35.54|128.49
고성군|Goseong|34.97|128.32
남해군|Namhae|34.84|127.89
하동군|Hadong|35.07|127.75
산청군|Sancheong|35.42|127.87
함양군|Hamyang|35.52|127.73
거창군|Geochang|35.69|127.91
합천군|Hapcheon|35.57|128.17
마산시|Masan|35.21|128.57
진해시|Jinhae|35.15|128.66
충무시|Chungmu|34.85|128.43
삼천포시|Samcheonpo|34.93|128.07
장승포시|Jangseungpo|34.87|128.73
= 제주특별자치도|제주|Jeju|33.5|126.53
제주시|Jeju City|33.5|126.53
서귀포시|Seogwipo|33.25|126.56
`;

/** Alternative names, current and former, of provinces and metropolitan cities, including districts of those cities. */
export const KOREAN_PROVINCE_ALIASES: Readonly<Record<string, readonly string[]>> = {
  서울특별시:
    `서울시 경성 seoul-si 강남구 강동구 강북구 관악구 광진구 구로구 금천구 노원구 도봉구 동대문구 동작구 마포구 서대문구 서초구
    성동구 성북구 송파구 양천구 영등포구 용산구 은평구 종로구 중랑구`.split(/\s+/u),
  부산광역시: ['부산시', '부산직할시', 'pusan', '해운대', '해운대구'],
  대구광역시: ['대구시', '대구직할시', 'taegu'],
  인천광역시: ['인천시', '인천직할시', 'inchon'],
  광주광역시: ['광주직할시', 'kwangju'],
  대전광역시: ['대전시', '대전직할시', 'taejon'],
  울산광역시: ['울산시'],
  세종특별자치시: ['세종시'],
  경기도: ['gyeonggi-do', 'gyeonggi province'],
  강원특별자치도: ['강원도', 'gangwon-do', 'gangwon province'],
  충청북도: ['chungcheongbuk-do', 'chungbuk'],
  충청남도: ['chungcheongnam-do', 'chungnam'],
  전북특별자치도: ['전라북도', 'jeollabuk-do', 'jeonbuk'],
  전라남도: ['jeollanam-do', 'jeonnam'],
  경상북도: ['gyeongsangbuk-do', 'gyeongbuk'],
  경상남도: ['gyeongsangnam-do', 'gyeongnam'],
  제주특별자치도: ['제주도', 'jeju-do', 'jeju island'],
};

/** Districts and towns commonly named without their city. */
export const KOREAN_DISTRICTS: Readonly<Record<string, readonly string[]>> = {
  성남시: ['분당', '분당구', '판교'],
  고양시: ['일산', '일산동구', '일산서구'],
  화성시: ['동탄'],
  안산시: ['단원구', '상록구'],
};

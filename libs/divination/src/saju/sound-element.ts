import type { Element } from './element.js';
import { type Pillar, cycleIndex } from './pillar.js';

/** 납음(納音): the element that is assigned to a pair of consecutive pillars by their sound. */
export interface SoundElement {
  readonly hanja: string;
  readonly ko: string;
  readonly en: string;
  readonly element: Element;
}

const ELEMENT_OF: Readonly<Record<string, Element>> = {
  金: 'metal',
  木: 'wood',
  水: 'water',
  火: 'fire',
  土: 'earth',
};

/** One entry for every two pillars of the cycle, beginning with 甲子 and 乙丑 (三命通會 卷一, 論納音取象). */
const SOUND_ELEMENTS: readonly SoundElement[] = [
  '海中金 해중금 Gold in the Sea',
  '爐中火 노중화 Fire in the Furnace',
  '大林木 대림목 Wood of the Great Forest',
  '路傍土 노방토 Earth by the Roadside',
  '劍鋒金 검봉금 Metal of the Sword’s Edge',
  '山頭火 산두화 Fire on the Mountain Top',
  '澗下水 간하수 Water of the Ravine',
  '城頭土 성두토 Earth of the City Wall',
  '白鑞金 백랍금 White Wax Metal',
  '楊柳木 양류목 Willow Wood',
  '泉中水 천중수 Water of the Spring',
  '屋上土 옥상토 Earth on the Roof',
  '霹靂火 벽력화 Thunderbolt Fire',
  '松柏木 송백목 Wood of Pine and Cypress',
  '長流水 장류수 Long Flowing Water',
  '沙中金 사중금 Gold in the Sand',
  '山下火 산하화 Fire below the Mountain',
  '平地木 평지목 Wood of the Plain',
  '壁上土 벽상토 Earth on the Wall',
  '金箔金 금박금 Gold Leaf Metal',
  '覆燈火 복등화 Lamp Fire',
  '天河水 천하수 Water of the Milky Way',
  '大驛土 대역토 Earth of the Great Post Road',
  '釵釧金 차천금 Metal of Hairpins and Bracelets',
  '桑柘木 상자목 Mulberry Wood',
  '大溪水 대계수 Water of the Great Stream',
  '沙中土 사중토 Earth in the Sand',
  '天上火 천상화 Fire in the Sky',
  '石榴木 석류목 Pomegranate Wood',
  '大海水 대해수 Water of the Great Sea',
].map((row) => {
  const [hanja = '', hangul = '', ...english] = row.split(' ');
  const element = ELEMENT_OF[hanja.slice(-1)] ?? 'earth';
  return { hanja, ko: `${hangul}(${hanja})`, en: `${english.join(' ')} (${hanja})`, element };
});

export function soundElement(pillar: Pillar): SoundElement {
  const found = SOUND_ELEMENTS[Math.floor(cycleIndex(pillar) / 2)];
  if (!found) throw new RangeError('no such pillar');
  return found;
}

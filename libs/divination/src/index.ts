export { type Aspect, ASPECT_NAMES, type AspectName } from './astrology/aspect.js';
export { type AstroChart, tropicalPositionsOf } from './astrology/astro-chart.js';
export { astrologyFacts } from './astrology/astrology-facts.js';
export { POINTS, signName, signSlug } from './astrology/astrology-names.js';
export { BODIES, type Body, BODY_NAMES } from './astrology/body.js';
export { CHART_POINTS, type ChartPoint, POINT_NAMES } from './astrology/chart-point.js';
export { clientAstro } from './astrology/client-astro.js';
export { transitsBetween } from './astrology/dated-transits.js';
export { natalChart } from './astrology/natal-chart.js';
export { houseOverlay, synastryAspects } from './astrology/synastry.js';
export { westernFacts } from './astrology/western-facts.js';
export { transits } from './astrology/transits.js';
export { SIGN_NAMES, signOf } from './astrology/zodiac.js';
export { eclipticLongitude } from './astrology/ecliptic-longitude.js';
export { birthFacts } from './birth/birth-facts.js';
export { birthFields } from './birth/birth-fields.js';
export { joinNotes, type Note, noteFacts, type Notes } from './birth/note.js';
export { type Birth, readBirth } from './birth/read-birth.js';
export { type Cast, castLines, LINE_VALUES, linesShowing, readLines } from './iching/cast.js';
export { findHexagram } from './iching/find-hexagram.js';
export { CHANGING_RULES } from './iching/decisive-texts.js';
export { type Hexagram, nuclearOf } from './iching/hexagram.js';
export { ichingFacts } from './iching/iching-facts.js';
export { linePosition } from './iching/line-name.js';
export { plumLinesOfNumbers, plumLinesOfTime } from './iching/plum-cast.js';
export { randomSource } from './random-source.js';
export { ReadingInputError } from './reading-input.error.js';
export { clientSaju } from './saju/client-saju.js';
export { elementCounts, excessElements, lackingElements } from './saju/element-balance.js';
export { ELEMENT_NAMES, ELEMENTS, type Element } from './saju/element.js';
export { type FourPillars, PILLAR_NAMES, pillarName, pillarSlug, spokenPillar } from './saju/pillar.js';
export { dayMasterBond, elementGifts, pairRelations, sharedLacks } from './saju/pillar-pairs.js';
export { periodFacts } from './saju/period-facts.js';
export { PERIOD_KINDS } from './saju/periods.js';
export { RELATION_NAMES } from './saju/relations.js';
export { sajuChart, type SajuChart } from './saju/saju-chart.js';
export { pillarsOfNow, runningLuck, sajuFacts } from './saju/saju-facts.js';
export {
  ELEMENT_WORDS,
  pillarNamed,
  possibleDayPillars,
  type SajuName,
  spokenCharacter,
  spokenTenGod,
  stemNamed,
  tenGodNamed,
} from './saju/saju-names.js';
export { stemAt, STEMS } from './saju/stem.js';
export { dayMasterStrength } from './saju/strength.js';
export { TEN_GOD_NAMES, type TenGod, tenGodOf, tenGodOfBranch } from './saju/ten-god.js';
export { isReversed, ORIENTATIONS, splitOrientation } from './tarot/card-orientation.js';
export { type Card, DECK_NAMES, type DeckName } from './tarot/deck.js';
export { deckCardName } from './tarot/deck-card-name.js';
export { type CardNameIndex, findCard } from './tarot/find-card.js';
export { drawCards, type LaidCard, placeCards, type PlacedCard } from './tarot/lay-cards.js';
export { CELTIC_CROSS_ORDERS, positionSlug, positionsOf, SPREAD_IDS, SPREADS } from './tarot/spreads.js';
export { birthInput, type FlatBirth, flatBirthInput, type NestedBirth } from './birth/birth.input.js';
export { civilDay } from './birth/solar-date.js';
export { dateIn, isTimezone, startOfDayMs, timeIn } from './birth/timezone.js';
export { genderNamed } from './birth/gender.js';

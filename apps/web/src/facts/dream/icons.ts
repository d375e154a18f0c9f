const circle = (x: number, y: number, radius: number): string =>
  `M${x + radius} ${y}a${radius} ${radius} 0 1 1-${2 * radius} 0a${radius} ${radius} 0 1 1 ${2 * radius} 0`;

const FACE = `${circle(12, 12, 8.5)}M9 9v1.2M15 9v1.2`;

/** Line icons in a box of 24 by 24. */
const ICONS = {
  spark: 'M12 3l2.2 6.8L21 12l-6.8 2.2L12 21l-2.2-6.8L3 12l6.8-2.2Z',
  snake:
    'M3 20.5h12a3.7 3.7 0 0 0 0-7.4H8.5a3.6 3.6 0 0 1 0-7.2H13M13 8.5c2 1 5.5.6 6.5-2.3-1-3-4.5-3.3-6.5-2.2ZM19.5 6.2l2.5-1.2M19.5 6.2l2.5 1.2M16 5.4v.1',
  beast: `${circle(6, 10.6, 1.8)}${circle(9.6, 6, 2)}${circle(14.4, 6, 2)}${circle(18, 10.6, 1.8)}M12 12.4c-3 0-5.6 3.1-5 5.7.4 2 2.6 1.3 5 1.3s4.6.7 5-1.3c.6-2.6-2-5.7-5-5.7Z`,
  bird: 'M2.5 9.5c3-3.4 6.8-2.6 9.5 2.3 2.7-4.9 6.5-5.7 9.5-2.3-4-.4-6.7 1.5-9.5 6.3-2.8-4.8-5.5-6.7-9.5-6.3Z',
  fish: 'M2.5 12c4.5-6.3 10-6.3 14.5 0-4.5 6.3-10 6.3-14.5 0ZM17 12l4.5-4.3v8.6ZM7.5 11v.1M11 8.5c1.3 2.3 1.3 4.7 0 7',
  insect:
    'M12 9C10.5 3.5 4 3.5 4 7.6c0 2.9 3.5 3.9 8 3.9-4 0-6.8 1.9-6 4.9 1 3.2 5 1.4 6-4.9M12 9c1.5-5.5 8-5.5 8-1.4 0 2.9-3.5 3.9-8 3.9 4 0 6.8 1.9 6 4.9-1 3.2-5 1.4-6-4.9M12 8v10M12 8l-2-3.5M12 8l2-3.5',
  person: `${circle(12, 7.5, 3.7)}M4.5 20.5c.5-5.2 3.6-7.5 7.5-7.5s7 2.3 7.5 7.5`,
  ghost: 'M5.5 20.5V11a6.5 6.5 0 0 1 13 0v9.5l-2.2-1.8-2.1 1.8-2.2-1.8-2.2 1.8-2.1-1.8ZM9.6 10.5v1.4M14.4 10.5v1.4',
  house: 'M3 11.5 12 4l9 7.5M5.5 9.5V20h13V9.5M10 20v-5.5h4V20',
  hall: 'M3.5 20h17M5 20v-9M19 20v-9M3.5 10.5 12 4.5l8.5 6ZM9.5 20v-6M14.5 20v-6',
  water:
    'M2.5 8.5q2.4-3.2 4.8 0t4.7 0 4.7 0 4.8 0M2.5 13q2.4-3.2 4.8 0t4.7 0 4.7 0 4.8 0M2.5 17.5q2.4-3.2 4.8 0t4.7 0 4.7 0 4.8 0',
  drop: 'M12 3c4 5 6.2 8 6.2 11.3a6.2 6.2 0 0 1-12.4 0C5.8 11 8 8 12 3Z',
  fire: 'M12 3c1 4.2 6 5.8 6 11.2a6 6 0 0 1-12 0c0-2.7 1-4.4 2.4-5.4.2 1.7 1 2.6 2 2.9C10 8.5 10.5 5.7 12 3Z',
  mountain: 'M2 19.5 9 6.5l4.2 7.7 2.6-4.2 6.2 9.5ZM6.8 10.7 9 12.5l2-1.9',
  tree: 'M12 21v-8.5M12 16.5l3-2.7M12 3c-5.5 0-7 5.3-4.7 8 1.2 1.8 8.2 1.8 9.4 0C19 8.3 17.5 3 12 3Z',
  flower:
    'M12 13.5V21M12 19c.3-2.7 2.5-3.7 5-3.7-.4 2.6-2.3 4-5 4M6.5 5l2.9 2.2L12 3l2.6 4.2L17.5 5v3.5a5.5 5.5 0 0 1-11 0Z',
  fruit:
    'M12 7.5c-2.3-2-7.3-1.4-7.3 4 0 4.9 3.6 9 5.6 9 .8 0 1.2-.5 1.7-.5s.9.5 1.7.5c2 0 5.6-4.1 5.6-9 0-5.4-5-6-7.3-4ZM12 7.5c0-2.2 1-3.7 3-4.3',
  bowl: 'M3 11h18c-.2 3.9-2.6 6.8-6 8.2V21H9v-1.8C5.6 17.8 3.2 14.9 3 11ZM9 8c-1.3-1.7 1.2-2.4 0-4.2M14.5 8c-1.3-1.7 1.2-2.4 0-4.2',
  sun: `${circle(12, 12, 4.3)}M12 2.5v2.7M12 18.8v2.7M2.5 12h2.7M18.8 12h2.7M5.3 5.3l1.9 1.9M16.8 16.8l1.9 1.9M18.7 5.3l-1.9 1.9M7.2 16.8l-1.9 1.9`,
  moon: 'M19 14.8A8 8 0 1 1 9.7 4.5 6.5 6.5 0 0 0 19 14.8Z',
  star: 'M12 3l2.6 5.8 6.4.6-4.8 4.2 1.4 6.2L12 16.5l-5.6 3.3 1.4-6.2L3 9.4l6.4-.6Z',
  cloud: 'M7 18.5c-4.5 0-5-5.6-1-6.1C5.7 7.3 12.7 6.3 14.3 10.6c3.8-1 6 1.2 5.4 3.9 2.3.6 1.7 4-.6 4Z',
  bolt: 'M13.5 2.5 5.5 13.5h5.7L9.5 21.5l9-12.2h-5.8Z',
  door: 'M6 21V3.5h12V21M3.5 21h17M14.7 12.3v.4',
  key: `${circle(8, 8, 4.3)}M11.1 11.1 20.5 20.5M17.5 17.5l2.7-2.7M14.5 14.5l2-2`,
  eye: `M2.5 12C6.5 6 17.5 6 21.5 12 17.5 18 6.5 18 2.5 12Z${circle(12, 12, 2.9)}`,
  hand: 'M8 12.5V6a1.5 1.5 0 0 1 3 0v5.5V4.5a1.5 1.5 0 0 1 3 0v7V6.5a1.5 1.5 0 0 1 3 0V15c0 3.8-2 6-5.3 6-3 0-4.4-1.5-5.7-4L4 13.5c1-1.2 2.7-.7 4 1.3',
  tooth:
    'M8 4C4.7 4 3.9 7.2 4.9 10.3c1 3 .9 9.2 2.5 10.2 1.7.8 2-5 4.6-5s2.9 5.8 4.6 5c1.6-1 1.5-7.2 2.5-10.2C20.1 7.2 19.3 4 16 4c-1.7 0-2.3 1-4 1s-2.3-1-4-1Z',
  run: `${circle(14.7, 4.5, 2)}M5 12.2l4-3.8 4 1-2.9 5.7 4.1 2.6v4.3M13 9.4l2.6 3.1h3.4M9.5 16.2l-2 2.6H4`,
  fall: 'M12 3v13.5M6.5 11l5.5 5.5 5.5-5.5M5 20.5h14',
  car: `M5.3 16.5H3V13l2-1L7.2 7h8.6L19 12l2 1v3.5h-2.3M9.7 16.5h4.6M5.5 12h13${circle(7.5, 16.7, 2.2)}${circle(16.5, 16.7, 2.2)}`,
  plane: 'M21 3 3 10.5l6 2.7 2.8 6.3ZM21 3 9 13.2',
  ship: 'M3 15.5h18l-3 5H6ZM12 3v12.5M12 4l6.5 8H12M12 6.5 7 12h5',
  road: 'M8.5 3 3.5 21M15.5 3l5 18M12 4v3M12 10.5v3M12 17v3',
  stairs: 'M2.5 20.5H7v-4.2h4.5v-4.2H16V7.9h4.5V3.5',
  coin: `${circle(12, 12, 8.5)}M9.5 9.5h5v5h-5Z`,
  gem: 'M7 4.5h10l4 5.3-9 10.7-9-10.7ZM3 9.8h18M9 9.8l3 10.7 3-10.7',
  book: 'M12 6.3C9 4.5 6 4.2 3 4.8v13.5c3-.5 6-.3 9 1.6 3-1.9 6-2.1 9-1.6V4.8c-3-.6-6-.3-9 1.5ZM12 6.3v13.6',
  clock: `${circle(12, 12, 8.5)}M12 7v5l3.5 2.2`,
  shirt: 'M9 4 3.3 7l1.8 4.3L7.5 10v10.5h9V10l2.4 1.3L20.7 7 15 4a3 3 0 0 1-6 0Z',
  blade: 'M20.5 3.5l-11 11 -1.8-1.8 8-8.2ZM5.5 12.5l6 6M8.5 15.5 4 20',
  grave: 'M6 20.5V10a6 6 0 0 1 12 0v10.5M3.5 20.5h17M12 8v6.5M9.5 10.5h5',
  heart: 'M12 20C2.5 13.5 2.5 5 8 5c2.3 0 3.6 1.7 4 3 .4-1.3 1.7-3 4-3 5.5 0 5.5 8.5-4 15Z',
  ring: `${circle(12, 15, 5.8)}M9.5 4h5l1.7 2.2L12 9.2 7.8 6.2Z`,
  gift: 'M4.5 11v9.5h15V11M3 7.5h18V11H3ZM12 7.5v13M12 7.5C8.5 7.5 6.5 5.7 7.7 4.2s4.3 0 4.3 3.3c0-3.3 3.1-4.8 4.3-3.3S15.5 7.5 12 7.5Z',
  phone: 'M7 2.5h10v19H7ZM10.5 18.5h3',
  lamp: 'M12 3a6 6 0 0 1 3.5 10.9V17h-7v-3.1A6 6 0 0 1 12 3ZM9.5 20.5h5',
  bed: 'M3 19V5.5M3 15h18v4M21 15v-1.5a3 3 0 0 0-3-3h-8V15M5 12.5h2.5',
  crown: 'M4 18.5V7l4.5 4.3L12 5l3.5 6.3L20 7v11.5Z',
  bars: 'M5 3v18M9.7 3v18M14.3 3v18M19 3v18M5 6.5h14M5 17.5h14',
  speech: 'M4 4.5h16v11.7h-8L7.5 20.5v-4.3H4Z',
  music: `M9 18V5l10-2v13${circle(6.5, 18, 2.5)}${circle(16.5, 16, 2.5)}`,
  bag: 'M3.5 8h17v11.5h-17ZM8.5 8V4.5h7V8M3.5 13h17',
  shield: 'M12 3l7.5 2.8v5.4c0 4.9-3 8-7.5 9.8-4.5-1.8-7.5-4.9-7.5-9.8V5.8Z',
  joy: `${FACE}M8 13.5q4 4.5 8 0`,
  sad: `${FACE}M8.5 16.3q3.5-3.6 7 0`,
  fear: `${FACE}M7.5 15.5l1.5-1.5 1.5 1.5 1.5-1.5 1.5 1.5 1.5-1.5 1.5 1.5`,
  anger: `${circle(12, 12, 8.5)}M7.5 8.3l3 1.6M16.5 8.3l-3 1.6M9 11v.6M15 11v.6M8.5 16q3.5-2.6 7 0`,
  calm: `${circle(12, 12, 8.5)}M7.8 10q1.2 1.3 2.4 0M13.8 10q1.2 1.3 2.4 0M9 14.7q3 1.6 6 0`,
  surprise: `${FACE}${circle(12, 15.3, 1.7)}`,
} as const;

type Icon = keyof typeof ICONS;

/** Names of records, without their prefix, for each icon. */
const USES: Partial<Record<Icon, string>> = {
  snake: 'snake dragon crocodile lizard scorpion centipede ',
  beast:
    'dog cat tiger pig bear horse cow rat rabbit wolf lion elephant monkey deer fox sheep squirrel wild-boar donkey leopard bat frog toad turtle',
  bird: 'bird crow magpie eagle crane chicken phoenix duck owl swallow dove peacock parrot flying freedom escape',
  fish: 'fish carp whale shark goldfish dolphin octopus crab shellfish fishing',
  insect: 'butterfly bee spider insect ant cockroach dragonfly mosquito transformation renewal change growth',
  person:
    'friend mother father stranger child grandmother grandfather ancestor teacher celebrity sibling boss police-officer doctor monk soldier twin enemy neighbour old-man shaman beggar coworker relatives baby thief family being-pregnant giving-birth pregnancy friendship community identity self-worth solitude nakedness',
  ghost: 'ghost monster witch devil goblin zombie alien shadow being-invisible grim-reaper danger',
  house: 'house home kitchen bedroom attic basement hidden-room roof wall village hometown moving-house building hotel',
  hall: 'temple church school hospital office market station airport theatre library castle ruins courthouse bank restaurant justice',
  water: 'water sea river lake flood tsunami waterfall swamp beach harbor swimming drowning well fog ',
  drop: 'rain blood tears crying urine bathing bathhouse wound milk medicine surgery cleaning toilet excrement vomiting',
  fire: 'fire burning volcano smoke smoking power desire courage',
  mountain: 'mountain cliff rock island desert earthquake landslide field soil cave climbing digging',
  tree: 'tree forest bamboo pine grass seed garden springtime autumn-leaves  ',
  flower: 'flower rose lotus bride birth',
  fruit:
    'fruit apple peach persimmon chestnut jujube grape watermelon pear strawberry tangerine plum melon banana pomegranate walnut tomato pumpkin cucumber chilli radish cabbage garlic bean corn mushroom ginseng sweet-potato',
  bowl: 'rice rice-cake bread egg alcohol coffee-tea eating cooking wheat ',
  sun: 'sun dawn sunset hope success ',
  moon: 'moon eclipse darkness ice',
  star: 'star sky meteor outer-space angel god fate luck wisdom spirituality bowing-praying afterlife lottery-ticket winning',
  cloud: 'cloud snow wind rainbow drought',
  bolt: 'storm thunder explosion war end-of-world gun shooting conflict',
  door: 'door window corridor tunnel transition boundary secret',
  key: 'key finding-something ',
  eye: 'eye mirror glasses camera photograph mask face truth',
  hand: 'hand foot belly skin bone nail hugging stealing',
  tooth: 'teeth tongue mouth nose',
  run: 'being-chased running pursuit hiding jumping getting-lost being-late sports-ground travelling playground',
  fall: 'falling failure loss losing-something breaking-things',
  car: 'car bus driving train bicycle',
  plane: 'airplane letter newspaper',
  ship: 'ship anchor',
  road: 'road crossroads bridge maze journey career future past',
  stairs: 'stairs ladder elevator',
  coin: 'money debt buying-things gambling wealth',
  gem: 'gold jewel amulet ',
  book: 'book exam homework learning contract map communication memory passport graduation',
  clock: 'clock waiting time-travel patience',
  shirt: 'clothes shoes hat umbrella blanket needle-and-thread hair beard comb',
  blade: 'knife killing fighting scissors betrayal being-betrayed',
  grave: 'dead-person cemetery funeral coffin death miscarriage separation saying-goodbye dying',
  heart: 'lover ex-lover spouse kissing sex heart relationship reunion love tenderness compassion gratitude reuniting',
  ring: 'wedding ring marriage',
  gift: 'gift box birthday-party holiday-gathering doll',
  phone: 'phone computer social-media artificial-intelligence game',
  lamp: 'lamp candle creativity curiosity',
  bed: 'bed sleeping waking-up rest health being-ill chair table',
  crown: 'king president prince crown flag',
  bars: 'prison being-trapped cannot-move being-arrested control rope',
  speech: 'quarrelling confession bullying confusion',
  music: 'singing dancing bell-and-drum ear',
  bag: 'bag work being-fired military-service responsibility',
  shield: 'protection rescuing trust healing balance',
  joy: 'joy laughing excitement pride relief',
  sad: 'sadness grief loneliness longing nostalgia regret helplessness emptiness guilt shame',
  fear: 'fear anxiety tension disgust',
  anger: 'anger frustration jealousy',
  calm: 'calm',
  surprise: 'surprise',
};

const ICON_OF = new Map(
  Object.entries(USES).flatMap(([icon, names]) => names.split(' ').map((name) => [name, icon as Icon] as const)),
);

/** Name of the icon for a record such as `dream:snake`; undefined for records without one. */
export const iconOf = (id: string): Icon | undefined => ICON_OF.get(id.replace(/^\w+:/, ''));

/** SVG path of the icon for a record; a neutral one for records without one. */
export const iconPath = (id: string): string => ICONS[iconOf(id) ?? 'spark'];

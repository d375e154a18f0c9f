import { beforeAll, describe, expect, it } from '@jest/globals';
import { FolderGraphSource } from '@app/knowledge';
import { GraphStore } from '@app/rag';
import { withJosa } from '@app/text';
import { readLanguages } from './language.js';
import { isPresent } from './scene.js';
import { SceneReader } from './scene-reader.js';

type Template = (name: string) => string;

const store = new GraphStore([new FolderGraphSource('knowledge/graph')], 'knowledge/language');
const reader = new SceneReader(readLanguages('knowledge'));
const isRead = (id: string, text: string) =>
  reader.read(text, store.linker()).symbols.some((symbol) => symbol.id === `dream:${id}` && isPresent(symbol));
const a = (name: string) => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
const p = withJosa;

/** Records by a name in each language. */
const THINGS = {
  en: 'snake tiger dog cat bear wolf spider bird fish ghost doctor baby twin monster shark whale horse ring knife gun key mirror umbrella ladder candle bicycle mask doll anchor',
  ko: '뱀:snake 호랑이:tiger 강아지:dog 고양이:cat 곰:bear 늑대:wolf 거미:spider 귀신:ghost 의사:doctor 아기:baby 쌍둥이:twin 괴물:monster 상어:shark 고래:whale 반지:ring 칼:knife 총:gun 열쇠:key 거울:mirror 우산:umbrella 자전거:bicycle 인형:doll 토끼:rabbit 원숭이:monkey',
} as const;
const ACTS = {
  en: 'cry:cried:crying:crying run:ran:running:running fall:fell:falling:falling fight:fought:fighting:fighting dance:danced:dancing:dancing sing:sang:singing:singing hide:hid:hiding:hiding die:died:dying:dying fly:flew:flying:flying swim:swam:swimming:swimming climb:climbed:climbing:climbing jump:jumped:jumping:jumping laugh:laughed:laughing:laughing',
  ko: '울:울었:crying 웃:웃었:laughing 도망치:도망쳤:being-chased 떨어지:떨어졌:falling 싸우:싸웠:fighting 노래하:노래했:singing 숨:숨었:hiding 토하:토했:vomiting 수영하:수영했:swimming 결혼하:결혼했:wedding 기다리:기다렸:waiting 뛰어내리:뛰어내렸:jumping',
} as const;

const DENIED_EN: readonly Template[] = [
  (x) => `There was no ${x} in the room.`,
  (x) => `There wasn't ${a(x)} anywhere.`,
  (x) => `I didn't see ${a(x)}, only an old coat.`,
  (x) => `I could not see ${a(x)}.`,
  (x) => `No ${x} anywhere, just dust.`,
  (x) => `No trees or flowers or ${x}s anywhere.`,
  (x) => `There were no trees, flowers or ${x}s.`,
  (x) => `No coat, no hook, no ${x}, nothing at all.`,
  (x) => `There was neither a coat nor ${a(x)}.`,
  (x) => `There was no sign of the coat or the ${x}.`,
  (x) => `It wasn't ${a(x)}, it was a coat.`,
  (x) => `It was a coat, not ${a(x)}.`,
  (x) => `I realised it wasn't ${a(x)} at all.`,
  (x) => `It turned out not to be ${a(x)}, just a coat.`,
  (x) => `I thought it was ${a(x)} but it was only a coat.`,
  (x) => `I thought ${a(x)} was sitting there. It was a coat.`,
  (x) => `At first I took it for ${a(x)}, then I saw it was a coat.`,
  (x) => `What looked like ${a(x)} turned out to be a coat.`,
  (x) => `I mistook the coat for ${a(x)}.`,
  (x) => `I was afraid it would be ${a(x)}, it was only a coat.`,
  (x) => `I'd been told there was ${a(x)} there, but no, only a coat.`,
  (x) => `Instead of ${a(x)} there was a coat on the hook.`,
  (x) => `Where ${a(x)} should have been there was only a coat.`,
  (x) => `We had to manage without ${a(x)}.`,
  (x) => `It had nothing to do with ${a(x)}.`,
  (x) => `This dream was not about ${a(x)}.`,
  (x) => `I was expecting ${a(x)} but none came.`,
  (x) => `I looked for ${a(x)} but there was none.`,
  (x) => `Usually there is ${a(x)} in this dream, but this time there wasn't one.`,
  (x) => `There used to be ${a(x)} here but not any more.`,
  (x) => `Nobody had ${a(x)}.`,
  (x) => `Not once did I see ${a(x)}.`,
  (x) => `There ain't no ${x} in this one.`,
  (x) => `Was there ${a(x)}? No.`,
  (x) => `There wasn't a cloud, a tree, ${a(x)}.`,
  (x) => `The ${x} wasn't in this one.`,
  (x) => `I never actually saw the ${x}.`,
  (x) => `No one had brought the ${x}.`,
];
const DENIED_KO: readonly Template[] = [
  (x) => `방에 ${p(x, '은/는')} 없었어요.`,
  (x) => `${p(x, '이/가')} 하나도 없더라고요.`,
  (x) => `${p(x, '이/가')} 없는 방이었어요.`,
  (x) => `외투도 ${x}도 없었어요.`,
  (x) => `외투나 ${x} 같은 건 없었어요.`,
  (x) => `돌, 나무, ${x} 다 없었어요.`,
  (x) => `아무도 없었어요. ${x}도.`,
  (x) => `${p(x, '은/는')}커녕 외투 하나 없었어요.`,
  (x) => `${x} 없이 혼자 있었어요.`,
  (x) => `${p(x, '은/는')} 안 나왔어요.`,
  (x) => `${p(x, '이/가')} 나오지는 않았어요.`,
  (x) => `${p(x, '은/는')} 보이지 않았습니다.`,
  (x) => `${p(x, '은/는')} 코빼기도 안 보였어요.`,
  (x) => `${p(x, '은/는')} 온데간데없었어요.`,
  (x) => `${p(x, '을/를')} 본 적은 없어요.`,
  (x) => `${p(x, '은/는')} 구경도 못 했어요.`,
  (x) => `${p(x, '이/가')} 아니라 외투였어요.`,
  (x) => `${p(x, '은/는')} 아니었고 외투였던 것 같아요.`,
  (x) => `${p(x, '이/가')} 나오는 꿈은 아니었어요.`,
  (x) => `${x} 꿈은 아니에요.`,
  (x) => `${x}하고는 상관없는 꿈이었어요.`,
  (x) => `${x}인 줄 알았는데 외투였어요.`,
  (x) => `${x}일 줄 알았는데 외투였어요.`,
  (x) => `${x}인가 싶었는데 외투였어요.`,
  (x) => `${p(x, '이라고/라고')} 생각했는데 가까이 가 보니 외투였어요.`,
  (x) => `분명 ${p(x, '이었/였')}는데 다시 보니 외투였어요.`,
  (x) => `${p(x, '으로/로')} 착각했는데 외투였어요.`,
  (x) => `${x} 대신 외투가 있었어요.`,
  (x) => `${x} 말고 외투만 있었어요.`,
  (x) => `${p(x, '이/가')} 있어야 할 자리에 외투가 있었어요.`,
  (x) => `${p(x, '이/가')} 나올까 봐 무서웠는데 안 나왔어요.`,
  (x) => `${p(x, '을/를')} 안 가져왔어요.`,
  (x) => `${p(x, '이/가')} 있다고 들었는데 아무것도 없었어요.`,
];

const AFFIRMED_EN: readonly Template[] = [
  (x) => `It was no ordinary ${x}.`,
  (x) => `There was not only a coat but also ${a(x)}.`,
  (x) => `I had never seen ${a(x)} that big.`,
  (x) => `The ${x} did not move.`,
  (x) => `The ${x} wasn't angry.`,
  (x) => `I wasn't afraid of the ${x}.`,
  (x) => `I couldn't reach the ${x}.`,
  (x) => `Nobody else saw the ${x}.`,
  (x) => `It wasn't a coat, it was ${a(x)}.`,
  (x) => `I thought it was a coat but it was ${a(x)}.`,
  (x) => `Instead of a coat there was ${a(x)}.`,
  (x) => `There was nothing in the room but ${a(x)}.`,
  (x) => `No matter where I went the ${x} was there.`,
  (x) => `There was ${a(x)} on the roof and it never came down.`,
  (x) => `The ${x} was by the door but it did not come closer.`,
  (x) => `I watched the ${x} and it never turned around.`,
];
const AFFIRMED_KO: readonly Template[] = [
  (x) => `방에 ${x}밖에 없었어요.`,
  (x) => `${x}뿐이었어요. 아무도 없었어요.`,
  (x) => `${p(x, '이/가')} 없는 게 아니었어요.`,
  (x) => `${x} 말고는 아무것도 없었어요.`,
  (x) => `외투가 아니라 ${p(x, '이었/였')}어요.`,
  (x) => `외투인 줄 알았는데 ${p(x, '이었/였')}어요.`,
  (x) => `외투는 없고 ${x}만 있었어요.`,
  (x) => `${p(x, '은/는')} 무섭지 않았어요.`,
  (x) => `${p(x, '이/가')} 움직이지 않았어요.`,
  (x) => `${p(x, '을/를')} 못 잡았어요.`,
  (x) => `${p(x, '이/가')} 너무 커서 말을 못 했어요.`,
];

const NOT_DONE_EN: readonly ((base: string, past: string, ing: string) => string)[] = [
  (base) => `I didn't ${base}.`,
  (base) => `I did not ${base} at all.`,
  (base) => `I wanted to ${base} but I couldn't.`,
  (base) => `I was about to ${base} when the phone rang.`,
  (base) => `I refused to ${base}.`,
  (base) => `I wasn't allowed to ${base}.`,
  (base) => `I tried to ${base} but couldn't.`,
  (base) => `Everyone could ${base} except me.`,
  (base) => `I had forgotten how to ${base}.`,
  (base) => `They told me not to ${base}.`,
  (_, past) => `I never ${past}.`,
  (_, past) => `I almost ${past}.`,
  (_, past) => `Nobody ${past}.`,
  (_, _past, ing) => `I sat there without ${ing}.`,
  (_, _past, ing) => `Nobody was ${ing}.`,
  (_, _past, ing) => `Instead of ${ing} I just stood there.`,
  (_, _past, ing) => `I was afraid of ${ing}.`,
];
const NOT_DONE_KO: readonly ((stem: string, past: string) => string)[] = [
  (stem) => `${stem}지 않았어요.`,
  (stem) => `${stem}지도 못했어요.`,
  (stem) => `${stem}고 싶었는데 깼어요.`,
  (stem) => `${stem}려다 말았어요.`,
  (stem) => `${stem}는 건 아니었어요.`,
  (stem) => `아무도 ${stem}지 않았어요.`,
  (stem) => `${stem}기는커녕 가만히 있었어요.`,
  (stem) => `${stem}지 말라고 했어요.`,
  (stem) => `${stem}는 줄 알았는데 아니었어요.`,
  (stem) => `${stem}기 전에 깼어요.`,
  (_, past) => `안 ${past}어요.`,
  (_, past) => `못 ${past}어요.`,
];

const wordsOf = (list: string) => list.split(' ').map((word) => word.split(':'));

beforeAll(() => store.open());

describe('what a dream denies', () => {
  it.each([
    ['en', DENIED_EN],
    ['ko', DENIED_KO],
  ] as const)('is never read as present, whatever the thing (%s)', (locale, templates) => {
    const wrong = wordsOf(THINGS[locale]).flatMap(([name = '', id = name]) =>
      templates.map((template) => template(name)).filter((text) => isRead(id, text)),
    );
    expect(wrong).toEqual([]);
  });

  it('is never read as done, for any act', () => {
    const english = wordsOf(ACTS.en).flatMap(([base = '', past = '', ing = '', id = '']) =>
      NOT_DONE_EN.map((template) => template(base, past, ing)).filter((text) => isRead(id, text)),
    );
    const korean = wordsOf(ACTS.ko).flatMap(([stem = '', past = '', id = '']) =>
      NOT_DONE_KO.map((template) => template(stem, past)).filter((text) => isRead(id, text)),
    );
    expect([...english, ...korean]).toEqual([]);
  });
});

describe('a thing near a negation that does not concern it', () => {
  it.each([
    ['en', AFFIRMED_EN],
    ['ko', AFFIRMED_KO],
  ] as const)('is read as present, whatever the thing (%s)', (locale, templates) => {
    const missed = wordsOf(THINGS[locale]).flatMap(([name = '', id = name]) =>
      templates.map((template) => template(name)).filter((text) => !isRead(id, text)),
    );
    expect(missed).toEqual([]);
  });
});

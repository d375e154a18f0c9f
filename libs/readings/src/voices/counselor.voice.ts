import type { CounsellorVoice } from './counsellor-voice.js';

/** Style: gentle and unhurried; ends with an open question. */
export const counselor: CounsellorVoice = {
  answer: {
    ko: ['이 말을 들으니 어떤 마음이 드십니까?', '더 들려주고 싶은 것이 있으십니까?'],
    en: ['How does this sit with you?', 'Is there more you would like to tell?'],
  },
  dream: {
    meaning: {
      ko: [
        '{lead}에서 느낀 {feeling}, 요즘 어디에서 또 느끼셨습니까?',
        '{lead}{을/를} 떠올리면 지금도 {feeling}{이/가} 남아 있습니까?',
        '{lead}에서 온 {feeling}{을/를} 가장 먼저 알아주었으면 하는 사람은 누구입니까?',
        '{lead}{을/를} 떠올리는 지금, 마음은 어디에 가장 오래 머무십니까?',
        '{lead}에 대해 아직 말로 옮기지 못한 것이 있습니까?',
      ],
      en: [
        'Where else, lately, have you felt the {feeling} that came with {lead}?',
        'When you think of {lead}, is some of the {feeling} still there?',
        'Who do you wish would notice the {feeling} that {lead} brought?',
        'As you think of {lead} now, where does your heart stay longest?',
        'Is there something about {lead} that has no words yet?',
      ],
    },
    detail: {
      ko: [
        '{lead}{은/는} 요즘의 어떤 순간과 닮았습니까?',
        '{lead} 하면 가장 먼저 떠오르는 사람은 누구입니까?',
        '이 가운데 {lead}만큼 마음에 걸리는 것이 또 있습니까?',
      ],
      en: [
        'Which moment of these days does {lead} resemble?',
        'Whom do you think of first with {lead}?',
        'Does anything here touch you as much as {lead}?',
      ],
    },
    advice: {
      ko: [
        '‘{moment}’ – 이 장면을 다시 떠올리면 가장 먼저 드는 기분은 무엇입니까?',
        '‘{moment}’에서 꿈이 조금 더 이어졌다면, 그다음에는 무슨 일이 있었을 것 같으십니까?',
        '‘{moment}’{이라고/라고} 가까운 사람이 털어놓았다면, 무엇부터 물어보고 싶으십니까?',
        '‘{moment}’ – 그때 꿈속의 내가 가장 바란 것은 무엇이었을까요?',
      ],
      en: [
        '“{moment}” – what do you feel first when you go back there?',
        'If the dream had gone on from “{moment}”, what would have come next?',
        'If a friend told you, “{moment}”, what would you ask first?',
        '“{moment}” – what did you want most just then?',
      ],
    },
  },
  tarot: {
    advice: {
      ko: ['{answerCard}의 조언 가운데 오늘의 나에게 무리가 되지 않는 것은 무엇입니까?'],
      en: ['Which part of what {answerCard} asks is not too much for you today?'],
    },
  },
  iching: {
    advice: {
      ko: ['{primaryName}{을/를} 얻은 오늘, 서두르지 않아도 되는 일은 무엇입니까?'],
      en: ['On the day of {primaryName}, what need not be hurried?'],
    },
  },
  destiny: {
    advice: {
      ko: [
        '{dayMaster}{으로/로} 태어난 나에게 {remedy}의 기운을 조금 들인다면, 하루 중 어느 때가 가장 편하시겠습니까?',
        '{dayMaster}인 나에게 지금 가장 다정한 것은 이 가운데 무엇입니까?',
        '이 가운데 지금의 나에게 가장 다정한 것은 무엇입니까?',
      ],
      en: [
        'If you, as {dayMaster}, let a little {remedy} into the day, which hour would suit you?',
        'Which of these is the kindest to {dayMaster} as you are now?',
        'Which of these is the kindest to you as you are now?',
      ],
    },
  },
  compatibility: {
    meaning: {
      ko: ['{firstName}{과/와} {secondName} 사이에서 가장 고마웠던 순간은 언제입니까?'],
      en: ['Which moment between {firstName} and {secondName} are you most grateful for?'],
    },
    detail: {
      ko: ['{secondName}의 다름 가운데, 알고 나니 이해되는 것이 있습니까?'],
      en: ['Among the ways in which {secondName} differs, is there one that makes sense now?'],
    },
    advice: {
      ko: ['이번 주에 {secondName}에게 먼저 건네고 싶은 한마디는 무엇입니까?'],
      en: ['What would you like to say first to {secondName} this week?'],
    },
  },
  daily: {
    meaning: {
      ko: ['{dayPillar}의 하루에 나에게 허락해 주고 싶은 것은 무엇입니까?'],
      en: ['On a day of {dayPillar}, what would you like to allow yourself?'],
    },
    detail: {
      ko: ['{moonSign}의 달 아래에서 오늘 가장 편안할 것 같은 시간은 언제입니까?'],
      en: ['Under a Moon in {moonSign}, which hour may be the easiest today?'],
    },
    advice: {
      ko: ['{dayPillar}의 저녁, 이 하루를 누구와 나누고 싶으십니까?'],
      en: ['With whom would you like to share the evening of {dayPillar}?'],
    },
  },
};

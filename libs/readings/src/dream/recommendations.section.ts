import { defineSection } from '../define-section.js';

export const recommendations = defineSection({
  id: 'recommendations',
  title: { ko: '해 볼 만한 일', en: 'What you can do' },
  retrievers: ['corpus', 'persona'],
  maxTokens: 300,
  task: 'Two or three small things the dreamer can do or ask themselves now, each following from an image of the dream.',
  compose: {
    role: 'advice',
    paragraphs: [
      [{ draw: { take: 'advice', retrievers: ['corpus'], stretch: true, inOrder: true }, most: 1, rank: 1 }],
    ],
    nothing: {
      ko: [
        '‘{nowadays}’, 그리고 ‘{moment}’ – 두 문장을 나란히 적고, 닮은 점 하나와 다른 점 하나를 찾아보시기 바랍니다.',
        '{lead}{이/가} 나온 이 꿈은 무엇을 하라고 재촉하지 않으니, 그대로 두셔도 됩니다.',
        '{lead}{이/가} 나온 이 꿈 때문에 따로 하셔야 할 일은 없습니다.',
        '{lead}{이/가} 나온 이 꿈에 꼭 맞게 권해 드릴 만한 것을 찾지 못했습니다.',
        '이 꿈은 무엇을 하라고 재촉하지 않습니다. 기억해 두고 싶다면 적어 두는 것으로 충분합니다.',
      ],
      en: [
        'Write “{nowadays}” and “{moment}” side by side, and look for one thing they share and one in which they differ.',
        'There is nothing that you have to do because of this dream of {lead}.',
        'No suggestion has been found that truly fits this dream of {lead}.',
        'This dream of {lead} does not ask for anything to be done and may be left as it is.',
        'This dream does not ask for anything to be done. If you would like to keep it, writing it down is enough.',
      ],
    },
    careful: {
      ko: [
        '‘{moment}’{이라는/라는} 장면은 서둘러 풀지 않고 그대로 간직하셔도 됩니다.',
        '‘{moment}’ – 이 장면에 오래 머무셔도 되고, 누군가에게 그대로 들려주셔도 됩니다.',
        '오늘은 꿈을 푸는 일보다 쉬는 일이 먼저입니다. 이 이야기를 믿을 만한 한 사람에게 들려주셔도 좋습니다.',
        '꿈의 뜻은 나중에 찾아도 늦지 않습니다. 지금은 밥 한 끼와 잠이 더 중요합니다.',
        '이 꿈을 오늘 이해하지 않으셔도 됩니다. 곁에 있어 줄 사람에게 먼저 연락해 보셔도 좋습니다.',
        '오늘 밤에는 불을 조금 켜 두거나 편한 자리에서 주무셔도 괜찮습니다.',
        '마음이 무거운 날에는 늘 하던 일 하나만 천천히 하셔도 충분합니다.',
        '말하고 싶은 만큼만, 말하고 싶은 사람에게 이 꿈을 들려주셔도 됩니다.',
        '오늘 할 일은 하나면 충분합니다. 따뜻한 것을 마시고, 혼자 견디지 않아도 된다는 것을 기억해 주십시오.',
        '꿈이 다시 떠오르면 지금 앉아 있는 자리와 들리는 소리를 하나씩 짚어 보십시오. 그것으로 충분합니다.',
      ],
      en: [
        '“{moment}” need not be explained; it may simply be kept.',
        '“{moment}” – stay with it as long as you like, or tell someone just that.',
        'Rest comes before interpretation today. Telling this to one person you trust is enough.',
        'The meaning of the dream can wait. A meal and some sleep matter more now.',
        'You need not understand this dream today. Let someone know that you would like company.',
        'Tonight you may leave a light on, or sleep wherever it is easiest.',
        'On a heavy day one familiar task, done slowly, is enough.',
        'Tell as much of this dream as you wish to, and only to whom you wish.',
        'One thing is enough for today: something warm to drink, and not having to bear this alone.',
        'If the dream comes back to you, name where you sit and what you hear. That is enough.',
      ],
    },
  },
});

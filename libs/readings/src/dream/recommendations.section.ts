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
      [
        { draw: { take: 'advice', retrievers: ['corpus'], stretch: true, inOrder: true }, most: 1, rank: 1 },
        { draw: { take: 'advice', retrievers: ['persona'], vary: true }, most: 1, rank: 2, isFallback: true },
      ],
    ],
    nothing: {
      ko: [
        '‘{moment}’{이라고/라고} 한 줄로 적어 두고, 며칠 사이 비슷한 기분이 드는 때가 오면 그 옆에 날짜를 적어 보시기 바랍니다.',
        '‘{moment}’{이라는/라는} 대목의 뜻은 꿈꾼 사람이 가장 잘 아니, 먼저 떠오르는 사람이나 일을 하나만 적어 보시기 바랍니다.',
        '‘{moment}’{이라는/라는} 장면을 가까운 한 사람에게 들려주고, 말하면서 덧붙이게 되는 이야기에 귀를 기울여 보시기 바랍니다.',
        '이 꿈에서 가장 또렷했던 장면을 한 줄로 적고, 그때의 기분에 이름을 붙여 보시기 바랍니다.',
        '깬 뒤에 남은 기분에 이름을 붙여 보시기를 권합니다.',
      ],
      en: [
        'Write down “{moment}” and, when something in the next days feels like it, put the date beside it.',
        'Note the first person or matter that comes to mind with “{moment}”: what it means there only the dreamer can know.',
        'Tell someone close about “{moment}”, and listen for what you find yourself adding.',
        'Write the clearest scene of this dream in one line, and give the feeling in it a name.',
        'Give the feeling you woke with a name.',
      ],
    },
    careful: {
      ko: [
        '‘{moment}’{이라는/라는} 장면은 서둘러 풀지 않고 그대로 간직하셔도 됩니다.',
        '‘{moment}’ – 이 장면에 오래 머무셔도 되고, 누군가에게 그대로 들려주셔도 됩니다.',
        '오늘은 꿈을 푸는 일보다 쉬는 일이 먼저입니다. 이 이야기를 믿을 만한 한 사람에게 들려주셔도 좋습니다.',
        '오늘 할 일은 하나면 충분합니다. 따뜻한 것을 마시고, 혼자 견디지 않아도 된다는 것을 기억해 주십시오.',
        '꿈이 다시 떠오르면 지금 앉아 있는 자리와 들리는 소리를 하나씩 짚어 보십시오. 그것으로 충분합니다.',
      ],
      en: [
        '“{moment}” need not be explained; it may simply be kept.',
        '“{moment}” – stay with it as long as you like, or tell someone just that.',
        'Rest comes before interpretation today. Telling this to one person you trust is enough.',
        'One thing is enough for today: something warm to drink, and not having to bear this alone.',
        'If the dream comes back to you, name where you sit and what you hear. That is enough.',
      ],
    },
  },
});

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
        '{symbols}{이/가} 나온 장면을 한 줄로 적고, 그때의 기분에 이름을 붙여 보시기 바랍니다.',
        '{symbols} 가운데 어느 것이 낮의 어떤 일을 닮았는지, 오늘 한 번 견주어 보시기 바랍니다.',
        '이 꿈에 꼭 맞는 글은 없습니다. 꿈에서 가장 또렷했던 장면을 한 줄로 적어 보시기 바랍니다.',
        '맞지 않는 조언을 드리기보다, 깬 뒤에 남은 기분에 이름을 붙여 보시기를 권합니다.',
        '이 꿈을 누구에게 들려줄지 정하고, 말로 옮길 때 달라지는 부분을 살펴보시기 바랍니다.',
      ],
      en: [
        'Write the scene with {symbols} in one line, and give the feeling in it a name.',
        'See, once today, what in your waking hours resembles {symbols}.',
        'No text truly fits this dream; write its clearest scene in one line.',
        'Rather than advice that does not fit: give the feeling you woke with a name.',
        'Choose someone to tell this dream to, and notice what changes when you say it.',
      ],
    },
  },
});

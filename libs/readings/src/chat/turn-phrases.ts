import type { TurnPhrases } from '@app/composer';

/** Replies that need no passage. */
export const turnPhrases: TurnPhrases = {
  thanks: {
    ko: [
      '들려주셔서 저도 고맙습니다. 언제든 이어서 말씀해 주시기 바랍니다.',
      '도움이 되었다니 다행입니다. 천천히 쉬어 가시기 바랍니다.',
    ],
    en: [
      'You are welcome, and thank you for telling me. Come back whenever you like.',
      'I am glad it was of use. Take it gently.',
    ],
  },
  recall: {
    ko: ['지금까지 이렇게 말씀하셨습니다: {said}.'],
    en: ['This is what you have told me so far: {said}.'],
  },
  nothingSaid: {
    ko: ['아직 그에 대해 말씀하신 것이 없습니다.'],
    en: ['You have not told me about that yet.'],
  },
  correction: {
    ko: [
      '‘{right}’{으로/로} 바로잡겠습니다. 앞으로는 그렇게 알고 이어 가겠습니다.',
      '고쳐 주신 대로 알고 이어 가겠습니다.',
    ],
    en: ['{right} it is; I will go on from that.', 'Thank you, I will go on from what you have put right.'],
  },
  disagreement: {
    ko: [
      '‘{right}’{이/가} 맞습니다. 그 말씀을 따라 이어 가겠습니다.',
      '맞지 않는다고 느끼셨다면 그 느낌이 풀이보다 앞섭니다. 그 부분은 접어 두겠습니다.',
    ],
    en: [
      '{right}, then; I will go by that.',
      'If it does not ring true, your sense of it comes before any reading. Let us leave that part aside.',
    ],
  },
  statement: {
    ko: [
      '‘{said}’, 그 말씀을 마음에 두겠습니다.',
      '‘{said}’{이라는/라는} 말씀을 잊지 않겠습니다.',
      '‘{said}’{이라고/라고} 하신 말씀부터 받아 두겠습니다.',
      '그 말씀을 마음에 두겠습니다.',
    ],
    en: [
      '“{said}”: I will keep that in mind.',
      'You say “{said}”, and I will not forget it.',
      'I will keep that in mind.',
    ],
  },
};

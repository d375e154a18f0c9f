/** As much of what was said as one message may hold. */
const MAX_CHARACTERS = 4000;

/** The request that asks on about a reading: what was drawn, cast or computed stays what it was. */
export function followUpOf({ kind, body, facts, said }, question) {
  const { locale } = body;
  const asked = { role: 'user', content: question };
  const answered = said && { role: 'assistant', content: said.slice(0, MAX_CHARACTERS) };
  const messages = [...(body.messages ?? []), ...(answered ? [answered] : []), asked];
  if (kind === 'dream' || kind === 'dream-chat') {
    return { kind: 'dream-chat', body: { locale, dream: body.dream, messages } };
  }
  if (kind === 'tarot' || kind === 'tarot-chat') {
    const cards = (facts.cards ?? []).map(({ name, reversed }) => ({ name, reversed }));
    return { kind: 'tarot-chat', body: { locale, cards, messages } };
  }
  if (kind === 'iching') return { kind, body: { locale, question, lines: facts.lines } };
  const { birth, theme } = body;
  return { kind: 'ask', body: { locale, birth, theme, question } };
}

/** Maximum length of a message. */
const MAX_CHARACTERS = 4000;

/** The request for a follow-up question; keeps the drawn, cast or computed facts. */
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

/** The computed facts of a reading as short labels. Unknown shapes show nothing rather than something odd. */
export function factTexts(facts) {
  const { symbols = [], cards = [], primary, resulting, saju, astrology } = facts;
  return [
    ...symbols.map(({ title }) => title),
    ...cards.map(({ position, name, reversed }) => `${position?.title ?? position}: ${name}${reversed ? ' ⤵' : ''}`),
    ...(primary ? [hexagram(primary)] : []),
    ...(resulting ? [`→ ${hexagram(resulting)}`] : []),
    ...(saju?.pillars ? [pillars(saju.pillars)] : []),
    ...['sun', 'moon', 'ascendant'].flatMap((body) =>
      astrology?.[body]?.sign ? [`${body}: ${astrology[body].sign}`] : [],
    ),
  ].filter((text) => typeof text === 'string' && !text.includes('undefined'));
}

const hexagram = ({ number, name }) => `${String.fromCodePoint(0x4dc0 + number - 1)} ${number}. ${name}`;
const pillars = ({ year, month, day, hour }) => [year, month, day, hour].filter(Boolean).join(' ');

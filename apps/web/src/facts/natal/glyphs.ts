const circle = (x: number, y: number, radius: number): string =>
  `M${x + radius} ${y}A${radius} ${radius} 0 1 1 ${x - radius} ${y}A${radius} ${radius} 0 1 1 ${x + radius} ${y}`;

/** Line drawings of the signs and bodies in a box of 20 by 20. */
export const GLYPHS: Readonly<Record<string, string>> = {
  aries: 'M10 18V8C10 3 4 2 3.5 6C3.3 8 5 9 6 8M10 8C10 3 16 2 16.5 6C16.7 8 15 9 14 8',
  taurus: `${circle(10, 13, 5)}M3 2.5C4 6.5 7 8 10 8C13 8 16 6.5 17 2.5`,
  gemini: 'M3 3C7 5 13 5 17 3M3 17C7 15 13 15 17 17M7.5 4.3V15.7M12.5 4.3V15.7',
  cancer: `${circle(6, 8, 2.6)}${circle(14, 12, 2.6)}M3.4 8C4 4 13 3 17 6.5M16.6 12C16 16 7 17 3 13.5`,
  leo: `${circle(6, 12, 2.6)}M8.2 10.5C6 6 7 3 10.5 3C14 3 15 6 13 9.5C11.5 12.5 11 16 13 17C14.5 17.7 16 17 16.5 15.5`,
  virgo:
    'M3 4C4.5 4 5 5 5 6.5V15M5 6.5C5 4 9 4 9 6.5V15M9 6.5C9 4 13 4 13 6.5V14C13 16 14 17.5 16.5 18M13 8C15 6 17.5 8 16.5 11C16 13 13.5 15.5 11.5 17',
  libra: 'M3 17H17M3 13H7.5C5 10.5 5.5 5 10 5C14.5 5 15 10.5 12.5 13H17',
  scorpio:
    'M3 4C4.5 4 5 5 5 6.5V15M5 6.5C5 4 9 4 9 6.5V15M9 6.5C9 4 13 4 13 6.5V15C13 16.7 14.5 17 17 16M17 16L14.8 14.6M17 16L15.6 18.2',
  sagittarius: 'M4 16L16 4M10 4H16V10M5.5 9.5L10.5 14.5',
  capricorn:
    'M3 4C5 4 6 6 6 9V14M6 8C6 5 11 4 11 8V14C11 17 9.5 18 8 18M11 13C12 10.5 16.5 10.5 16.5 13.5C16.5 16.5 12.5 16.5 11 14',
  aquarius: 'M3 8L6 5.5L8 8L11 5.5L13 8L16 5.5L17.5 7.5M3 14L6 11.5L8 14L11 11.5L13 14L16 11.5L17.5 13.5',
  pisces: 'M4 3C8 7 8 13 4 17M16 3C12 7 12 13 16 17M4 10H16',
  sun: `${circle(10, 10, 7)}${circle(10, 10, 0.7)}`,
  moon: 'M13 3A7.5 7.5 0 1 0 13 17A9 9 0 0 1 13 3Z',
  mercury: `${circle(10, 9, 4)}M6 1.5A4 3.5 0 0 0 14 1.5M10 13V19M7 16H13`,
  venus: `${circle(10, 7, 5)}M10 12V19M6.5 15.5H13.5`,
  mars: `${circle(8, 12, 5)}M11.7 8.3L17 3M12.5 3H17V7.5`,
  jupiter: 'M5 6C5 3 11 2 11 6.5C11 10 7 12.5 4 13H17M14 3V18',
  saturn: 'M8 2V13M5 5H12M8 9.5C10 7 14 7.5 14 11C14 14 11 15 12 17.5C12.4 18.5 14 18.3 14.5 17.3',
  uranus: `M5 3V11M15 3V11M5 7H15M10 3V14${circle(10, 16.3, 2.2)}`,
  neptune: 'M4 4V7A6 6 0 0 0 16 7V4M10 3V18M6.5 15H13.5',
  pluto: `${circle(10, 6, 3)}M5 6A5 5 0 0 0 15 6M10 11V18M7 14.5H13`,
};

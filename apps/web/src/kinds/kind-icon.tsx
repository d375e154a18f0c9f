const circle = (x: number, y: number, radius: number): string =>
  `M${x + radius} ${y}a${radius} ${radius} 0 1 1-${2 * radius} 0a${radius} ${radius} 0 1 1 ${2 * radius} 0`;

/** Line icons of the kinds in a box of 24 by 24. */
const ICONS: Readonly<Record<string, string>> = {
  dream:
    'M19.5 14.5A8.5 8.5 0 1 1 10 3.6a6.6 6.6 0 0 0 9.5 10.9ZM17 3l.8 1.9 1.9.8-1.9.8L17 8.4l-.8-1.9-1.9-.8 1.9-.8Z',
  tarot: 'M7.5 5.5 17 3.2l3.2 13.3-9.5 2.3ZM7.5 5.5 4 7.2 8.6 20.5l5-1.7M13.3 8.2l1 2.3 2.4.4-1.9 1.6.4 2.4-2-1.3',
  iching: 'M5 5.5h14M5 12h5.5M13.5 12H19M5 18.5h14',
  destiny: `${circle(12, 12, 9)}${circle(12, 12, 4)}M12 3v5M12 16v5M3 12h5M16 12h5`,
  compatibility: `${circle(8.6, 12, 5.9)}${circle(15.4, 12, 5.9)}`,
  daily: `${circle(12, 12, 4)}M12 2.5v2.7M12 18.8v2.7M2.5 12h2.7M18.8 12h2.7M5.3 5.3l1.9 1.9M16.8 16.8l1.9 1.9M18.7 5.3l-1.9 1.9M7.2 16.8l-1.9 1.9`,
};
const OTHER = 'M12 3l2.2 6.8L21 12l-6.8 2.2L12 21l-2.2-6.8L3 12l6.8-2.2Z';

export const KindIcon = ({ kind }: { readonly kind: string }) => (
  <svg class="kind-icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={ICONS[kind] ?? OTHER} />
  </svg>
);

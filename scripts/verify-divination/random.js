/** mulberry32: a small seeded generator, so that a run can be repeated. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)] };
}

const two = (number) => String(number).padStart(2, '0');

/** A random civil day from 1900 to 2100, with a random time to the second. */
export function randomClock({ below }) {
  const day = new Date(Date.UTC(1900, 0, 1) + below(73_414) * 86_400_000).toISOString().slice(0, 10);
  return { date: day, time: `${two(below(24))}:${two(below(60))}:${two(below(60))}` };
}

/** Numbers that a seed names for ever (mulberry32). @returns a function that gives a whole number in [from, to] */
export function dice(seed: number): (from: number, to: number) => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return (from, to) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const unit = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    return from + Math.floor(unit * (to - from + 1));
  };
}

import type { Store } from '#libs/store';
import { RealClock, SteppedClock } from './clock.js';

describe('the time after work that began at an instant', () => {
  const began = new Date('2014-03-03T01:00:00Z');

  it('is that instant where time is stepped: it stood still, and nobody is asked', () => {
    expect(new SteppedClock({} as Store).after(began)).toBe(began);
  });

  it('is read anew where it is real', () => {
    const before = Date.now();
    expect(new RealClock().after(began).getTime()).toBeGreaterThanOrEqual(before);
  });
});

import { median, quantile, quartiles } from './statistics.js';

describe('statistics of a run', () => {
  it('interpolates between neighbours', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(quantile([10, 20, 30], 0.25)).toBe(15);
  });

  it('gives the largest value at share 1, also of one value', () => {
    expect(quantile([7], 0.99)).toBe(7);
    expect(quartiles([1, 2, 3, 4, 5])).toEqual({ min: 1, q1: 2, median: 3, q3: 4, max: 5 });
  });

  it('says NaN of nothing', () => {
    expect(median([])).toBeNaN();
  });
});

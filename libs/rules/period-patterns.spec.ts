import { periodsWithin } from '#libs/domain';
import { periodPattern, periodPatterns } from './period-patterns.js';

const within = (pattern: string, start: string, end: string) => periodsWithin(periodPattern(pattern), start, end);

describe('period patterns', () => {
  it.each([
    ['decree09.month', '2023M03', 'Tháng 3 năm 2023', '2023-02-15', '2023-03-14'],
    ['decree09.month', '2023M01', 'Tháng 1 năm 2023', '2022-12-15', '2023-01-14'],
    ['decree09.quarter', '2023Q2', 'Quý II năm 2023', '2023-03-15', '2023-06-14'],
    ['decree09.half', '2023H1', '6 tháng đầu năm 2023', '2022-12-15', '2023-06-14'],
    ['decree09.half', '2023H2', '6 tháng cuối năm 2023', '2023-06-15', '2023-12-14'],
    ['decree09.nine_months', '2023M1-9', '9 tháng đầu năm 2023', '2022-12-15', '2023-09-14'],
    ['decree09.year', '2023Y', 'Năm 2023', '2022-12-15', '2023-12-14'],
    ['calendar.month', '2023M02', 'Tháng 2 năm 2023', '2023-02-01', '2023-02-28'],
    ['calendar.quarter', '2023Q4', 'Quý IV năm 2023', '2023-10-01', '2023-12-31'],
    ['calendar.half', '2023H1', '6 tháng đầu năm 2023', '2023-01-01', '2023-06-30'],
    ['calendar.year', '2023Y', 'Năm 2023', '2023-01-01', '2023-12-31'],
  ])('%s %s', (pattern, id, label, from, to) =>
    expect(within(pattern, '2023-01-01', '2023-12-31').periods).toContainEqual({ id, label, from, to }),
  );

  it('"6 tháng, một năm" means first half and full year', () => {
    const { periods, cut } = within('decree09.half_and_year', '2017-05-01', '2019-12-13');
    expect(periods.map(({ id }) => id)).toEqual(['2017H1', '2017Y', '2018H1', '2018Y', '2019H1']);
    expect(cut.map(({ id }) => id)).toEqual(['2019Y']);
  });

  it('orders periods by the day on which they close, the shorter first', () => {
    const pattern = {
      ...periodPattern('decree09.year'),
      spans: [...periodPattern('decree09.year').spans, ...periodPattern('decree09.half').spans],
    };
    expect(periodsWithin(pattern, '2018-01-01', '2018-12-14').periods.map(({ id }) => id)).toEqual([
      '2018H1',
      '2018H2',
      '2018Y',
    ]);
  });

  it.each(periodPatterns.map(({ id }) => id))('%s has a source and ids of its own', (id) => {
    const pattern = periodPattern(id);
    expect(pattern.source).not.toBe('');
    expect(new Set(pattern.spans.map((span) => span.id)).size).toBe(pattern.spans.length);
  });

  it('names the known ones when asked for another', () =>
    expect(() => periodPattern('weekly')).toThrow('decree09.half_and_year'));
});

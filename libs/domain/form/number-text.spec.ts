import fc from 'fast-check';
import { readFigure, writeFigure } from './number-text.js';

describe('figures in Vietnamese writing', () => {
  it('reads comma, points, blanks, percent and full-width digits', () => {
    const written = [
      '12,5',
      '1.234,5',
      '1 234,5',
      '1\u00a0234',
      '12.345.678',
      '95%',
      '95,20 %',
      '-3,5',
      '+7',
      '007',
      '１２,５',
    ];
    expect(written.map(readFigure)).toEqual([12.5, 1234.5, 1234.5, 1234, 12345678, 95, 95.2, -3.5, 7, 7, 12.5]);
  });

  it('asks about a point that parts no thousands instead of guessing', () => {
    expect(['1.5', '12.34', '1,234.5', '0.75', '1.23.456'].map(readFigure)).toEqual(Array(5).fill({ fault: 'dot' }));
  });

  it('knows what is no number, and what is too long to keep exactly', () => {
    for (const text of ['', 'mười', '1,2,3', '1..234', '12-5', '=1+1', '1e5', 'Infinity', '- 5 5'])
      expect(readFigure(text)).toEqual({ fault: 'not-a-number' });
    expect(readFigure('1.234.567.890.123.456')).toEqual({ fault: 'too-long' });
    expect(readFigure('0,1234567890123456')).toEqual({ fault: 'too-long' });
  });

  it('writes what it reads, and reads what it writes', () => {
    expect([1234567.25, 0, -0.5, 12, 1e15].map(writeFigure)).toEqual([
      '1.234.567,25',
      '0',
      '-0,5',
      '12',
      '1.000.000.000.000.000',
    ]);
    const figure = fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(figure, ([digits, scale]) => {
        const value = Number((digits / 10 ** scale).toFixed(scale));
        expect(readFigure(writeFigure(value))).toBe(value + 0);
      }),
    );
  });

  it('never throws and never gives a number that is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+\d., %]{0,14}$/)), (text) => {
        const read = readFigure(text);
        expect(typeof read === 'number' ? Number.isFinite(read) : read.fault).toBeTruthy();
      }),
    );
  });
});

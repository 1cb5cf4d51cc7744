import fc from 'fast-check';
import { aTarget } from '../target/target.fixture.js';
import { defineIndicator, deprecateIndicator } from './define-indicator.js';
import { figureText, readFigure, scaleOf } from './figure-text.js';
import { anIndicator } from './indicator.fixture.js';
import { pinIndicators } from './pin-indicators.js';

const draft = (changes: Parameters<typeof anIndicator>[0] = {}) => {
  const { version: _v, deprecated: _d, ...rest } = anIndicator(changes);
  return rest;
};

describe('the catalogue of indicators', () => {
  it('counts versions from one, and the same words again are no new version', () => {
    expect(defineIndicator(null, draft())).toEqual(anIndicator());
    expect(defineIndicator(anIndicator({ version: 3 }), draft())).toMatchObject({ version: 3 });
    expect(defineIndicator(anIndicator({ version: 3 }), draft({ decimals: 1 }))).toMatchObject({
      version: 4,
      decimals: 1,
    });
    expect(defineIndicator(anIndicator(), draft({ owner: null }))).toMatchObject({ version: 2, owner: null });
  });

  it('never changes the unit or the keeper of an indicator', () => {
    expect(defineIndicator(anIndicator(), draft({ unit: 'hộ' }))).toMatchObject({ code: 'indicator-unit-changed' });
    expect(defineIndicator(anIndicator(), draft({ keeper: 'so-y-te' }))).toMatchObject({ code: 'indicator-keeper' });
  });

  it('deprecates once, names what comes instead, and is in use again when defined anew', () => {
    const other = anIndicator({ id: 'ho-ngheo-da-chieu' });
    const gone = deprecateIndicator(anIndicator(), { ground: 'Chuẩn nghèo mới', replacedBy: other });
    expect(gone).toMatchObject({ version: 2, deprecated: { replacedBy: 'ho-ngheo-da-chieu' } });
    if ('refused' in gone) throw new Error(gone.reason);
    expect(deprecateIndicator(gone, { ground: 'x', replacedBy: null })).toMatchObject({
      code: 'indicator-deprecated-before',
    });
    expect(deprecateIndicator(anIndicator(), { ground: 'x', replacedBy: anIndicator() })).toMatchObject({
      refused: true,
    });
    expect(deprecateIndicator(other, { ground: 'x', replacedBy: gone })).toMatchObject({
      code: 'indicator-deprecated',
    });
    expect(defineIndicator(gone, draft())).toMatchObject({ version: 3, deprecated: null });
  });

  it('holds targets to the newest version, as said now or in an earlier plan, and to nothing it does not know', () => {
    const catalogue = [anIndicator({ version: 4 }), anIndicator({ id: 'grdp', decimals: 1 })];
    const old = aTarget({ id: 'A', indicator: { id: 'ho-ngheo-giam', version: 1, decimals: 0 } });
    const [a, b, c, d] = pinIndicators(
      [old, aTarget({ id: 'B' }), aTarget({ id: 'C' }), { ...old, id: 'D' }],
      { B: 'grdp', C: 'lost', D: 'grdp' },
      catalogue,
    );
    expect(a!.indicator).toEqual({ id: 'ho-ngheo-giam', version: 4, decimals: 2 });
    expect(b!.indicator).toEqual({ id: 'grdp', version: 1, decimals: 1 });
    expect(c).not.toHaveProperty('indicator');
    expect(d!.indicator!.id).toBe('grdp');
  });
});

describe('figures as Vietnamese offices write them', () => {
  it.each<[string, number | null, number | string]>([
    ['6,5', null, 6.5],
    ['6.5', null, 6.5],
    ['1.234.567,89', 2, 1234567.89],
    ['12 345', null, 12345],
    ['−0,3', 1, -0.3],
    ['1.234', 0, 1234],
    ['1.234', 2, 1234],
    ['1.234', null, 'ambiguous'],
    ['1.234', 3, 'ambiguous'],
    ['0.234', null, 0.234],
    ['6,55', 1, 'too-fine'],
    ['6,50', 1, 6.5],
    ['1,234,567', null, 'not-a-number'],
    ['12.34.567', null, 'not-a-number'],
    ['=1+1', null, 'not-a-number'],
    ['', null, 'not-a-number'],
    ['năm mươi', null, 'not-a-number'],
  ])('%s with %s decimals is %s', (text, decimals, expected) => {
    const read = readFigure(text, decimals);
    expect('value' in read ? read.value : read.fault).toBe(expected);
  });

  it('what is shown is read back as the same figure, whatever its size and sign', () => {
    const figure = fc
      .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 4 }))
      .map(([digits, scale]) => digits / 10 ** scale);
    fc.assert(
      fc.property(figure, (value) => {
        const decimals = scaleOf(value);
        fc.pre(decimals < 3 || Math.abs(value) < 1 || decimals === 4);
        expect(readFigure(figureText(value, decimals), decimals)).toEqual({ value });
      }),
    );
    expect([figureText(null), figureText(0, 1), figureText(1234567.5)]).toEqual(['–', '0,0', '1.234.567,5']);
  });
});

import fc from 'fast-check';
import { formWith } from './form.fixture.js';
import { reportOf, type Entries } from './entries.js';
import { pasteRange, rangeCells } from './paste.js';
import { fromChildren, fromLastPeriod } from './prefill.js';

const figureOf = (entries: Entries, target: string) =>
  reportOf(formWith(), entries).report.figures?.find((one) => one.target === target);

describe('the report that a draft makes', () => {
  it('reports the final figure where both are typed, the estimate where only it is', () => {
    const both = { 'figures.REV.final.value': '2.400,5', 'figures.REV.estimated.value': 2500 };
    expect(figureOf(both, 'REV')).toEqual({ target: 'REV', value: 2400.5, status: 'final' });
    expect(figureOf({ 'figures.REV.estimated.value': 2500 }, 'REV')).toMatchObject({
      value: 2500,
      status: 'estimated',
    });
    expect(figureOf({ ...both, 'figures.REV.final.value': null }, 'REV')).toMatchObject({ status: 'estimated' });
    expect(figureOf({}, 'REV')).toEqual({ target: 'REV', value: null, status: 'final' });
  });

  it('makes a rate from its parts and keeps the words beside a figure', () => {
    const entries = {
      'figures.POOR.final.numerator': '1',
      'figures.POOR.final.denominator': 3,
      'figures.POOR.explanation': ' đúng ',
    };
    expect(figureOf(entries, 'POOR')).toEqual({
      target: 'POOR',
      value: 33.3333,
      numerator: 1,
      denominator: 3,
      status: 'final',
      explanation: 'đúng',
    });
  });

  it('carries the reason of a figure that overrides what came from below, and has none where nothing does', () => {
    const below = formWith();
    const form = { ...below, cells: below.cells.map((cell) => ({ ...cell, asked: 'below' as const })) };
    const entries = { 'figures.REV.final.value': '7', 'figures.REV.override': ' số đã đối chiếu ' };
    expect(reportOf(form, entries)).toMatchObject({
      report: { overrides: [{ target: 'REV', reason: 'số đã đối chiếu' }] },
      faults: [],
    });
    expect(reportOf(form, { 'figures.REV.final.value': '7' }).report).not.toHaveProperty('overrides');
    expect(reportOf(below, entries).faults).toMatchObject([
      { path: 'figures.REV.override', code: 'fault.no-such-field' },
    ]);
  });

  it('reads yes and no as offices write them', () => {
    const read = (word: string) => figureOf({ 'figures.TOWN.final.value': word }, 'TOWN')?.value;
    expect(['Đạt', 'có', 'x', 'chưa', 'Không đạt', '1'].map(read)).toEqual([1, 1, 1, 0, 0, 1]);
  });

  it('reads figures as offices write them, a point only where it is clear what it parts', () => {
    const read = (typed: string) => figureOf({ 'figures.REV.final.value': typed }, 'REV')?.value;
    expect(['12,5', '1.234,5', '1 234,5', '95,20 %', '１２,５', '1.5'].map(read)).toEqual([
      12.5, 1234.5, 1234.5, 95.2, 12.5, 1.5,
    ]);
    const part = (typed: string) => figureOf({ 'figures.POOR.final.numerator': typed }, 'POOR')?.numerator;
    expect(['1.000', '1.234,567'].map(part)).toEqual([1000, 1234.567]);
    const codes = ['1.234', '1,2,3', '1.234.567.890.123.456', '=1+1', '0,1234567890123456'].map(
      (typed) => reportOf(formWith(), { 'figures.REV.final.value': typed }).faults[0]!.code,
    );
    expect(codes).toEqual([
      'fault.ambiguous',
      'fault.not-a-number',
      'fault.too-long',
      'fault.not-a-number',
      'fault.too-long',
    ]);
  });

  it('joins the sections for who reads without the form, and makes a nil report of nothing else', () => {
    const { report } = reportOf(formWith(), { 'sections.difficulties': 'Thiếu vốn', 'sections.results': 'Đạt' });
    expect(report).toMatchObject({
      sections: { results: 'Đạt', difficulties: 'Thiếu vốn' },
      narrative: 'Kết quả thực hiện\nĐạt\n\nKhó khăn, vướng mắc\nThiếu vốn',
    });
    expect(reportOf(formWith(), { nil: 'không phát sinh' }).report).toEqual({
      nil: { reason: 'không phát sinh' },
      narrative: '',
      figures: [],
    });
  });

  it('names each field that cannot be read, and none twice', () => {
    const { faults } = reportOf(formWith(), {
      'figures.REV.final.value': '1.234',
      'figures.ROAD.final.value': 'ba',
      'figures.GONE.final.value': 1,
    });
    expect(faults.map(({ path, code }) => [path, code])).toEqual([
      ['figures.GONE.final.value', 'fault.no-such-field'],
      ['figures.REV.final.value', 'fault.ambiguous'],
      ['figures.ROAD.final.value', 'fault.not-a-number'],
    ]);
  });
});

describe('a range from a spreadsheet', () => {
  it('goes down the targets and across the parts', () => {
    const at = { target: 'REV', part: 'value', status: 'final' } as const;
    expect(pasteRange(formWith(), at, '2.400,5\r\n200\t1.000\r\n\r\nđạt\n')).toEqual({
      entries: {
        'figures.REV.final.value': 2400.5,
        'figures.POOR.final.numerator': 200,
        'figures.POOR.final.denominator': 1000,
        'figures.TOWN.final.value': 1,
      },
      faults: [],
    });
  });

  it('names every bad cell by row and column', () => {
    const at = { target: 'B14', part: 'value', status: 'final' } as const;
    expect(pasteRange(formWith(), at, 'tám\t9\n1,2,3\n7').faults).toEqual([
      { row: 1, column: 1, text: 'tám', code: 'fault.not-a-number', path: 'figures.B14.final.value' },
      { row: 1, column: 2, text: '9', code: 'fault.outside-form', path: null },
      { row: 2, column: 1, text: '1,2,3', code: 'fault.not-a-number', path: 'figures.B09.final.value' },
      { row: 3, column: 1, text: '7', code: 'fault.outside-form', path: null },
    ]);
  });

  it('cells come back as they were copied, also with tabs, line ends and quotes in them', () => {
    const text = fc.string().map((one) => one.replace(/\r/g, ''));
    const quoted = (one: string) => (/["\t\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one);
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const range = `${rows.map((cells) => cells.map(quoted).join('\t')).join('\n')}\n`;
        expect(rangeCells(range)).toEqual(rows);
      }),
    );
  });
});

describe('prefilling', () => {
  it('proposes the last figures with their source, in the column that is asked for', () => {
    const last = [
      {
        target: 'POOR',
        value: 20,
        numerator: 200,
        denominator: 1000,
        status: 'final',
        obligation: 'o1',
        title: 'Kỳ 1',
      } as const,
    ];
    expect(fromLastPeriod(formWith(), last, 'estimated')).toEqual([
      {
        path: 'figures.POOR.estimated.numerator',
        value: 200,
        source: { from: 'last_period', obligation: 'o1', title: 'Kỳ 1' },
      },
      {
        path: 'figures.POOR.estimated.denominator',
        value: 1000,
        source: { from: 'last_period', obligation: 'o1', title: 'Kỳ 1' },
      },
    ]);
  });

  it('says of a sum from below how many are missing in it', () => {
    const coverage = { expected: 3, in: 2, nil: 0, missing: ['x'], reasons: {} };
    const total = { target: 'ROAD', method: 'sum', value: 7, coverage, unreviewed: 0, estimated: 0 } as const;
    const form = formWith({ targets: [], consolidatedTargets: ['ROAD'] });
    expect(fromChildren(form, 'r1', [total], 'final')).toEqual([
      { path: 'figures.ROAD.final.value', value: 7, source: { from: 'children', round: 'r1', missing: 1 } },
    ]);
  });
});

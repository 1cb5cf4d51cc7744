import fc from 'fast-check';
import { ratioOf } from '../consolidation/ratio.js';
import { checkReport } from './check-report.js';
import { formWith, rules } from './form.fixture.js';
import type { Report, ReportedFigure } from './report.types.js';

const final = { status: 'final' } as const;
const GOOD: ReportedFigure[] = [
  { target: 'REV', value: 2400.5, ...final },
  { target: 'POOR', value: 20, numerator: 200, denominator: 1000, ...final },
  { target: 'ROAD', value: 3, ...final },
  { target: 'TOWN', value: 0, ...final },
  { target: 'B14', value: 1, ...final },
  { target: 'B09', value: 2, ...final },
];
const TEXT = 'Trong kỳ đơn vị đã hoàn thành ba công trình, đạt tiến độ đề ra.';

const withFigure = (target: string, changes: Partial<ReportedFigure>): Report => ({
  figures: GOOD.map((one) => (one.target === target ? { ...one, ...changes } : one)),
});
const faultsOf = (report: Report, last: Report | null = null) =>
  checkReport(report, { form: formWith(), last, rules }).map(
    ({ path, code, kind }) => `${kind} ${path} ${code.slice(6)}`,
  );

describe('checking a report', () => {
  it('lets a good one pass, also against a period that was lower', () => {
    const last = { figures: GOOD.map((one) => (one.target === 'ROAD' ? { ...one, value: 1 } : one)) };
    expect([faultsOf({ figures: GOOD }), faultsOf({ figures: GOOD }, last)]).toEqual([[], []]);
  });

  it.each<[string, Partial<ReportedFigure>, string[]]>([
    ['REV', { value: null }, ['block figures.REV.reason no-reason']],
    ['REV', { value: null, reason: '  ' }, ['block figures.REV.reason no-reason']],
    ['REV', { value: null, reason: 'chờ Kho bạc' }, []],
    ['REV', { value: -5.25 }, []],
    ['ROAD', { value: 2.5 }, ['block figures.ROAD.value whole-number']],
    ['ROAD', { value: -1 }, ['block figures.ROAD.value negative']],
    ['TOWN', { value: 2 }, ['block figures.TOWN.value yes-or-no']],
    ['TOWN', { value: 1 }, ['explain figures.TOWN.proof no-proof']],
    ['TOWN', { value: 1, proof: 'Quyết định 12/QĐ-BXD' }, ['explain figures.TOWN.proof no-proof']],
    ['TOWN', { value: 1, proof: 'Quyết định 12/QĐ-BXD', explanation: 'Chưa nhận được bản ký' }, []],
    ['POOR', { numerator: 1001, value: null }, ['block figures.POOR.numerator part-above-whole']],
    ['POOR', { value: 21 }, ['block figures.POOR.value not-its-parts']],
    ['POOR', { numerator: 1, denominator: 3, value: 33.33 }, []],
    ['POOR', { numerator: 1, denominator: 3, value: 33.34 }, ['block figures.POOR.value not-its-parts']],
    ['POOR', { denominator: 0, value: null }, ['block figures.POOR.denominator no-whole']],
    ['POOR', { numerator: 0, denominator: 0, value: null }, ['block figures.POOR.reason no-reason']],
    ['POOR', { numerator: undefined, value: 20 }, ['block figures.POOR.numerator part-missing']],
    ['POOR', { numerator: -1 }, ['block figures.POOR.numerator negative']],
    ['B14', { value: 3 }, ['block figures.B14.value band-above-lower']],
  ])('%s with %j', (target, changes, faults) => {
    expect(faultsOf(withFigure(target, changes))).toEqual(faults);
  });

  it('believes a yes only with a stored file at that very figure', () => {
    const town = withFigure('TOWN', { value: 1 });
    const file = { hash: 'a'.repeat(64), name: 'QĐ 12.pdf', bytes: 9, type: 'application/pdf' };
    expect(faultsOf({ ...town, evidence: { 'figures.TOWN': [file] } })).toEqual([]);
    const elsewhere: NonNullable<Report['evidence']>[] = [
      { 'figures.ROAD': [file] },
      { paper: [file] },
      { 'figures.TOWN': [] },
    ];
    for (const evidence of elsewhere)
      expect(faultsOf({ ...town, evidence })).toEqual(['explain figures.TOWN.proof no-proof']);
  });

  it('lists everything at once, and what is not asked for by name', () => {
    const report = {
      figures: GOOD.slice(1).map((one) => ({ ...one, value: -1.5, numerator: undefined })),
      sections: { x: 'y' },
    };
    expect(faultsOf(report)).toEqual([
      'block figures.REV missing',
      'block figures.POOR.numerator part-missing',
      'block figures.ROAD.value whole-number',
      'block figures.ROAD.value negative',
      'block figures.TOWN.value yes-or-no',
      'block figures.B14.value whole-number',
      'block figures.B14.value negative',
      'block figures.B09.value whole-number',
      'block figures.B09.value negative',
      'block sections.x no-such-section',
    ]);
  });

  it('asks about a cumulative count that fell and an amount that jumped, until it is explained', () => {
    const last = {
      figures: GOOD.map((one) => ({
        ...one,
        ...(one.target === 'ROAD' && { value: 5 }),
        ...(one.target === 'REV' && { value: 1000 }),
      })),
    };
    expect(faultsOf({ figures: GOOD }, last)).toEqual([
      'explain figures.REV far-from-last',
      'explain figures.ROAD fell',
    ]);
    const explained = { figures: GOOD.map((one) => ({ ...one, explanation: 'đã rà soát' })) };
    expect(faultsOf(explained, last)).toEqual([]);
  });

  it('takes a nil report as an answer, but not with figures beside it', () => {
    expect(faultsOf({ nil: { reason: 'không phát sinh' } })).toEqual([]);
    expect(faultsOf({ nil: { reason: ' ' }, figures: GOOD.slice(0, 1) })).toEqual([
      'block nil.reason nil-reason',
      'block figures.REV nil-with-figures',
    ]);
  });
});

describe('a hollow report', () => {
  const zeros = GOOD.map((one) => ({ ...one, value: 0, ...(one.numerator !== undefined && { numerator: 0 }) }));

  it('is all zero, though a zero that was wanted is none', () => {
    expect(faultsOf({ figures: zeros })).toEqual(['explain explanation all-zero']);
    const wanted = formWith({ targets: ['POOR'] });
    expect(checkReport({ figures: [zeros[1]!] }, { form: wanted, last: null, rules })).toEqual([]);
  });

  it('is the last period again, in figures or in words', () => {
    const last = { figures: GOOD, narrative: TEXT, sections: { results: TEXT } };
    expect(faultsOf({ figures: GOOD, narrative: TEXT }, last)).toEqual([
      'explain explanation copied',
      'explain narrative same-text',
    ]);
    const changed = withFigure('ROAD', { value: 4 });
    expect(faultsOf({ ...changed, sections: { results: `${TEXT} ` } }, last)).toEqual([
      'explain sections.results same-text',
    ]);
    expect(faultsOf({ figures: GOOD, narrative: TEXT, explanation: 'đúng như vậy' }, last)).toEqual([]);
  });
});

describe('for every report', () => {
  const part = fc.integer({ min: 0, max: 5_000 });

  it('a share of parts that fit passes with the rate they make, and never with another', () => {
    fc.assert(
      fc.property(part, fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 100, max: 400 }), (a, b, off) => {
        const [numerator, denominator] = [Math.min(a, b), b];
        const value = Number(ratioOf(numerator, denominator, '%')!.toFixed(2));
        const parts = { numerator, denominator, explanation: 'x' };
        expect(faultsOf(withFigure('POOR', { ...parts, value }))).toEqual([]);
        expect(
          faultsOf(withFigure('POOR', { ...parts, value: Number((value + off / 100 + 0.01).toFixed(2)) })),
        ).toEqual(['block figures.POOR.value not-its-parts']);
      }),
    );
  });

  it('one fault more never hides another', () => {
    const spoil: Record<string, Partial<ReportedFigure>> = {
      REV: { value: null },
      ROAD: { value: -1 },
      TOWN: { value: 7 },
      POOR: { numerator: 2000, value: null },
    };
    fc.assert(
      fc.property(fc.subarray(Object.keys(spoil)), (spoiled) => {
        const figures = GOOD.map((one) => (spoiled.includes(one.target) ? { ...one, ...spoil[one.target] } : one));
        const named = new Set(faultsOf({ figures }).map((fault) => fault.split('.')[1]));
        expect([...named].sort()).toEqual([...spoiled].sort());
      }),
    );
  });
});

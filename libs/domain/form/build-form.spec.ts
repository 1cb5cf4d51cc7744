import { aTarget } from '../target/target.fixture.js';
import { fieldOf } from './field-path.js';
import { formWith, targets } from './form.fixture.js';

const cellsOf = (changes: object[]) =>
  formWith(
    { targets: changes.map((_, n) => `T${n}`) },
    { targets: changes.map((facts, n) => aTarget({ id: `T${n}`, ...facts })) },
  ).cells;

describe('the form of a report', () => {
  it('asks each target by its kind', () => {
    expect(formWith().cells.map(({ target, input, parts }) => [target, input, parts])).toEqual([
      ['REV', 'value', ['value']],
      ['POOR', 'ratio', ['numerator', 'denominator']],
      ['ROAD', 'count', ['value']],
      ['TOWN', 'yes_no', ['value']],
      ['B14', 'band', ['value']],
      ['B09', 'band', ['value']],
    ]);
  });

  it('counts things in whole numbers, measures and money with any decimals', () => {
    const cells = cellsOf([
      { unit: 'xã', value: 5 },
      { unit: 'tỷ đồng', value: 5 },
      { unit: 'ha', value: 5 },
      { unit: 'xã', value: 2.5 },
      { unit: 'xã', value: 5, comparator: 'increase_by' },
      { unit: 'hộ', value: 5, mode: 'allocated', allocation: { a: 3.4 } },
      { unit: 'tấn', value: 5, indicator: { id: 'i', version: 1, decimals: 2 } },
    ]);
    expect(cells.map(({ decimals }) => decimals)).toEqual([0, null, null, null, null, null, 2]);
  });

  it('knows a share of a whole from a growth and a rate per inhabitants', () => {
    const ratio = { method: 'ratio', value: 95 } as const;
    const cells = cellsOf([
      { ...ratio, unit: '%' },
      { ...ratio, unit: '% tăng' },
      { ...ratio, unit: '/10.000 dân' },
      { ...ratio, unit: '%', value: 106 },
    ]);
    expect(cells.map(({ share }) => share)).toEqual([true, false, false, false]);
  });

  it('shows what comes from below beside its own, each once, and sections of outline and components', () => {
    const form = formWith(
      { targets: ['REV'], consolidatedTargets: ['REV', 'POOR'] },
      { targets, outline: [{ id: 'o1', title: 'Kết quả' }], components: [{ id: 'c1', name: 'Dân vận khéo' }] },
    );
    expect(form.cells.map(({ target, asked }) => [target, asked])).toEqual([
      ['REV', 'own'],
      ['POOR', 'below'],
    ]);
    expect(form.sections.map(({ id, of }) => [id, of])).toEqual([
      ['o1', 'outline'],
      ['c1', 'component'],
    ]);
  });

  it('has exactly the fields it asks for', () => {
    const form = formWith();
    const fields = [
      'figures.POOR.final.numerator',
      'figures.REV.estimated.value',
      'figures.REV.reason',
      'sections.results',
      'nil',
      'explanation',
    ];
    const strange = [
      'figures.POOR.final.value',
      'figures.X.final.value',
      'figures.REV',
      'figures.REV.final',
      'figures.REV.final.value.x',
      'sections.x',
      'sections.results.x',
      'nil.reason',
      '',
      'figures.REV.maybe.value',
    ];
    expect(fields.map((path) => fieldOf(form, path)?.of)).toEqual([
      'part',
      'part',
      'word',
      'section',
      'report',
      'report',
    ]);
    expect(strange.map((path) => fieldOf(form, path))).toEqual(strange.map(() => null));
  });
});

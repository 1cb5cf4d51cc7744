import { isRefusal } from '#libs/domain';
import { deflatedOver, zip } from '../../../test/documents/zip.js';
import { cell, changed, KEYS, number, OBLIGATION, pinned, rowOf, SHEET, templateWith, text } from './excel.fixture.js';
import { readExcelReport } from './read-excel-report.js';
import { excelTemplate } from './template.js';
import PizZip from 'pizzip';

const read = (bytes: Buffer) => readExcelReport({ name: 'bao-cao.xlsx', bytes }, pinned, OBLIGATION, '2023-09-15');
const at = (letter: string, key: string) => `${letter}${rowOf(key)}`;

type Spoil = (xml: string) => string;
const styled = (percent: string) => (file: Buffer) =>
  changed(
    changed(file, 'xl/styles.xml', (xml) => xml.replace('</cellXfs>', `${percent}</cellXfs>`)),
    SHEET,
    number(at('J', 'ROAD'), '45000', 14),
  );
const xf = (format: number) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
const custom = (code: string) => (file: Buffer) =>
  styled(xf(170))(
    changed(file, 'xl/styles.xml', (xml) =>
      xml.replace('<fonts', `<numFmts count="1"><numFmt numFmtId="170" formatCode="${code}"/></numFmts><fonts`),
    ),
  );
const merged =
  (range: string): Spoil =>
  (xml) =>
    xml.replace('</worksheet>', `<mergeCells count="1"><mergeCell ref="${range}"/></mergeCells></worksheet>`);
const typed = (letter: string, key: string, value: string): [string, string, Spoil] => [
  `${key} ${letter} “${value}”`,
  at(letter, key),
  text(at(letter, key), value),
];
const error = (code: string): [string, string, Spoil] => [
  code,
  at('J', 'REV'),
  cell(at('J', 'REV'), `<v>${code}</v>`, 't="e"'),
];

describe('sixty spoiled files', () => {
  // what was done, the cell that must be named, how
  const cells: [string, string, Spoil | ((file: Buffer) => Buffer), 'file'?][] = [
    ...[
      '1.234',
      '2.400',
      '1,234.5',
      'ba',
      'một nghìn',
      '--',
      '1e5',
      '12-5',
      '#N/A',
      '１.５００',
      '1,2,3',
      '0x10',
      '999.999.999.999.999.999',
    ].map((value) => typed('J', 'REV', value)),
    ...['một', '2,0,0', '=1+1', '@SUM(1)'].map((value) => typed('K', 'POOR', value)),
    ...['hai', '∞'].map((value) => typed('H', 'ROAD', value)),
    ...['có lẽ', 'đúng'].map((value) => typed('J', 'TOWN', value)),
    ...['#REF!', '#DIV/0!', '#VALUE!', '#NAME?', '#N/A'].map(error),
    ['a denominator where none is asked', at('K', 'REV'), number(at('K', 'REV'), '5')],
    ['an estimate’s denominator where none is asked', at('I', 'ROAD'), number(at('I', 'ROAD'), '5')],
    ['a figure beside a section', at('J', 'results'), number(at('J', 'results'), '5')],
    ['words in a shut cell', at('L', 'nil'), text(at('L', 'nil'), 'x')],
    ['a text made by a formula', at('J', 'REV'), cell(at('J', 'REV'), '<f>A1</f><v>12</v>', 't="str"')],
    [
      'a formula in a text',
      at('H', 'results'),
      cell(at('H', 'results'), '<f>WEBSERVICE("http://x")</f><v>ok</v>', 't="str"'),
    ],
    ['a formula without a result', at('J', 'REV'), cell(at('J', 'REV'), '<f>1+1</f>')],
    ['true for a count', at('J', 'ROAD'), cell(at('J', 'ROAD'), '<v>1</v>', 't="b"')],
    ['a date in ISO', at('J', 'ROAD'), cell(at('J', 'ROAD'), '<v>2023-05-01</v>', 't="d"')],
    ['a day', at('J', 'ROAD'), styled(xf(14)), 'file'],
    ['an hour', at('J', 'ROAD'), styled(xf(20)), 'file'],
    ['a day of the file’s own format', at('J', 'ROAD'), custom('dd/mm/yyyy'), 'file'],
    ['percent of works', at('J', 'ROAD'), styled(xf(9)), 'file'],
    ['percent of the file’s own format', at('J', 'ROAD'), custom('0.0%'), 'file'],
    ['merged figures', at('J', 'REV'), merged(`${at('J', 'REV')}:${at('K', 'REV')}`)],
    ['merged rows', at('C', 'REV'), merged(`${at('C', 'REV')}:${at('C', 'POOR')}`)],
    ['an unknown key', at('A', 'ROAD'), text(at('A', 'ROAD'), 'figures.GONE')],
    ['a key twice', at('A', 'ROAD'), text(at('A', 'ROAD'), 'figures.REV')],
    ['a number for a key', at('A', 'ROAD'), number(at('A', 'ROAD'), '7')],
    ['a key taken out', 'A1', (xml: string) => xml.replace(new RegExp(`<c r="${at('A', 'ROAD')}".*?</c>`), '')],
    ['a figure beside a difficulty', at('J', 'k1'), number(at('J', 'k1'), '5')],
    ['a difficulty by a formula', at('H', 'k1'), cell(at('H', 'k1'), '<f>A1</f><v>ok</v>', 't="str"')],
    ['a difficulty as a day', at('H', 'e4-1'), cell(at('H', 'e4-1'), '<v>2023-05-01</v>', 't="d"')],
    ['a difficulty too long', at('H', 'k1'), text(at('H', 'k1'), 'x'.repeat(2_001))],
    ['a difficulty of another key', at('A', 'e4-1'), text(at('A', 'e4-1'), 'difficulties.k7')],
    ['a difficulty twice', at('A', 'e4-1'), text(at('A', 'e4-1'), 'difficulties.k1')],
    [
      'a difficulty taken out',
      'A1',
      (xml: string) => xml.replace(new RegExp(`<row r="${rowOf('e4-2')}">.*?</row>`), ''),
    ],
    ['a section too long', at('H', 'results'), text(at('H', 'results'), 'x'.repeat(20_001))],
    ['a row taken out', 'A1', (xml: string) => xml.replace(new RegExp(`<row r="${rowOf('B09')}">.*?</row>`), '')],
    [
      'a figure below the form',
      'J40',
      (xml: string) => xml.replace('</sheetData>', '<row r="40"><c r="J40"><v>7</v></c></row></sheetData>'),
    ],
    [
      'a figure far below',
      'H9000',
      (xml: string) => xml.replace('</sheetData>', '<row r="9000"><c r="H9000"><v>7</v></c></row></sheetData>'),
    ],
  ];

  const spoiled = cells.map(([name, ref, spoil, of]) => ({ name, ref, spoil, of }));
  it.each(spoiled)('$name: $ref is named', async ({ ref, spoil, of }) => {
    const bytes =
      of === 'file'
        ? (spoil as (file: Buffer) => Buffer)(templateWith())
        : changed(templateWith(), SHEET, spoil as Spoil);
    const { faults } = (await read(bytes)) as { faults: { cell: string; message: string }[] };
    expect(faults.map((one) => one.cell)).toContain(ref);
    expect(faults.every(({ message }) => message.length > 10 && !message.includes('{'))).toBe(true);
  });

  const part = (name: string, data: string | Buffer) => (file: Buffer) => {
    const whole = new PizZip(file);
    whole.file(name, data);
    return whole.generate({ type: 'nodebuffer' });
  };
  const bomb = (file: Buffer) => {
    const parts = Object.values(new PizZip(file).files).map((one) => ({ name: one.name, data: one.asNodeBuffer() }));
    const spaces = deflatedOver(Buffer.alloc(1024 * 1024, ' '), 100);
    const blown = { name: SHEET, data: spaces, raw: true, claimed: 200 * 1024 * 1024 };
    return zip([...parts.filter(({ name }) => name !== SHEET), blown]);
  };
  const files: [string, string, (file: Buffer) => Buffer][] = [
    ['nothing', 'excel-not-xlsx', () => Buffer.alloc(0)],
    ['a text', 'excel-not-xlsx', () => Buffer.from('STT;Chỉ tiêu')],
    ['an old .xls', 'excel-not-xlsx', () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a zip that is no workbook', 'excel-not-xlsx', () => zip([{ name: 'a.txt', data: 'x' }])],
    ['more than 5 MB', 'excel-too-large', () => Buffer.alloc(5 * 1024 * 1024 + 1)],
    ['the first half', 'excel-broken', (file) => file.subarray(0, file.length / 2)],
    ['a bomb', 'excel-bomb', bomb],
    ['macros', 'excel-unsafe', part('xl/vbaProject.bin', 'x')],
    ['a link to another file', 'excel-unsafe', part('xl/externalLinks/externalLink1.xml', '<x/>')],
    [
      'entities',
      'excel-broken',
      (file) => changed(file, SHEET, (xml: string) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY e "x">]>')),
    ],
    ['XML cut short', 'excel-broken', (file) => changed(file, SHEET, (xml: string) => xml.slice(0, -30))],
    [
      'an old version of the form',
      'excel-other-version',
      (file) => changed(file, KEYS, (xml: string) => xml.replace(pinned.hash, '0'.repeat(64))),
    ],
    [
      'another unit’s form',
      'excel-other-report',
      (file) => changed(file, KEYS, (xml: string) => xml.replace('xa-1', 'xa-2')),
    ],
    [
      'no keys',
      'excel-no-keys',
      (file) => changed(file, 'xl/workbook.xml', (xml: string) => xml.replace('_dondoc', 'Sheet2')),
    ],
  ];

  it.each(files)('%s is refused: %s', async (_, code, spoil) => {
    const refusal = await read(spoil(templateWith()));
    expect(isRefusal(refusal) && refusal.code).toBe(code);
    expect(isRefusal(refusal) && refusal.reason).not.toMatch(/\{\w+\}/);
  });

  it('are sixty and more', () => expect(cells.length + files.length).toBeGreaterThanOrEqual(60));

  it('a form of another plan is not taken for this one', async () => {
    const other = { ...pinned, hash: 'f'.repeat(64) };
    const bytes = excelTemplate(other, { obligation: OBLIGATION, unitName: '', entries: {}, beside: [] });
    expect(await read(bytes)).toMatchObject({
      code: 'excel-other-version',
      reason: expect.stringContaining('ffffffff'),
    });
  });
});

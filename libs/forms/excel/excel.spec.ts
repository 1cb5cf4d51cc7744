import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import PizZip from 'pizzip';
import type { Entries } from '#libs/domain';
import { cell, changed, number, OBLIGATION, pinned, rowOf, SHEET, templateWith, text } from './excel.fixture.js';
import { readExcelReport } from './read-excel-report.js';
import { difficultyKeys } from './difficulty-rows.js';
import { excelTemplate } from './template.js';

const read = (bytes: Buffer) => readExcelReport({ name: 'bao-cao.xlsx', bytes }, pinned, OBLIGATION, '2023-09-15');
const at = (letter: string, key: string) => `${letter}${rowOf(key)}`;
const FILLED: Entries = {
  'figures.REV.final.value': 2400.5,
  'figures.REV.estimated.value': 2500,
  'figures.POOR.final.numerator': 200,
  'figures.POOR.final.denominator': 1000,
  'figures.ROAD.reason': 'Chờ nghiệm thu',
  'figures.TOWN.final.value': 1,
  'figures.TOWN.proof': '=HYPERLINK("http://x","bấm")',
  'sections.results': 'Dòng một\nDòng hai "trích" <b> & \t tab',
  explanation: '+84 912 là số điện thoại',
};

describe('the form as an Excel file', () => {
  it('comes back as it was filled in, empty as empty, and the same draft gives the same bytes', async () => {
    expect(await read(templateWith(FILLED))).toEqual({ entries: FILLED, faults: [] });
    expect(await read(templateWith())).toEqual({ entries: {}, faults: [] });
    expect(templateWith(FILLED).equals(templateWith(FILLED))).toBe(true);
  });

  it('holds no formula, whatever was typed; every text that looks like one is marked as text', () => {
    const sheet = new PizZip(templateWith(FILLED)).file(SHEET)!.asText();
    expect(sheet).not.toMatch(/<f[ >]/);
    const quoted = (ref: string) => Number(new RegExp(`<c r="${ref}" s="(\\d+)"`).exec(sheet)![1]) >= 7;
    expect([quoted(at('N', 'TOWN')), quoted(at('H', 'explanation')), quoted(at('H', 'results'))]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('has rows for difficulties: those of the draft and empty ones; a file of before has none and is read', async () => {
    const raised = { 'difficulties.k1': 'Chưa có mặt bằng.', 'difficulties.e4-2': 'Thiếu vốn.' };
    expect(await read(templateWith(raised))).toEqual({ entries: raised, faults: [] });
    const typed = changed(templateWith(raised), SHEET, text(at('H', 'e4-1'), 'Thiếu cán bộ.'));
    const { entries } = (await read(typed)) as { entries: Entries };
    expect(entries).toEqual({ ...raised, 'difficulties.e4-1': 'Thiếu cán bộ.' });
    const report = { obligation: OBLIGATION, unitName: 'Xã Một', entries: FILLED, beside: [] };
    expect(await read(excelTemplate(pinned, report))).toEqual({ entries: FILLED, faults: [] });
    const rule = { perReport: 4 };
    expect(difficultyKeys({ ...raised, 'difficulties.k9': ' ' }, 7, rule)).toEqual(['e4-2', 'k1', 'e7-1', 'e7-2']);
    expect(difficultyKeys({}, 0, { perReport: 20 })).toEqual(['e0-1', 'e0-2', 'e0-3', 'e0-4', 'e0-5']);
  });

  it('takes any text there and back, without what XML cannot hold', async () => {
    const words = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .map((one) => `x${one}x`.replace(/\r/g, ''));
    await fc.assert(
      fc.asyncProperty(words, async (typed) => {
        const back = (await read(templateWith({ 'sections.results': typed }))) as { entries: Entries };
        // eslint-disable-next-line no-control-regex
        const held = typed.normalize('NFC').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
        expect(String(back.entries['sections.results']).replace(/[\ud800-\udfff]/g, '')).toBe(
          held.replace(/[\ud800-\udfff]/g, ''),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('reads what officers do to it: comma, words, percent, a sum of their own, rows in another order', async () => {
    const [rev, town] = [at('J', 'REV'), at('J', 'TOWN')];
    const edits = [
      text(rev, '1.234,5'),
      text(town, 'Đạt'),
      cell(at('J', 'ROAD'), '<f>SUM(1,2)</f><v>3</v>'),
      number(at('J', 'POOR'), '0.30000000000000004'),
    ];
    const bytes = edits.reduce((file, edit) => changed(file, SHEET, edit), templateWith());
    expect(await read(bytes)).toMatchObject({
      faults: [],
      entries: {
        'figures.REV.final.value': 1234.5,
        'figures.TOWN.final.value': 1,
        'figures.ROAD.final.value': 3,
        'figures.POOR.final.numerator': 0.3,
      },
    });
    const swapped = changed(templateWith(FILLED), SHEET, (xml) => {
      const rows = /(<row r="5">.*?<\/row>)(<row r="6">.*?<\/row>)/.exec(xml)!;
      const moved = (row: string, from: number, to: number) =>
        row.replaceAll(new RegExp(`r="([A-Z]*)${from}"`, 'g'), `r="$1${to}"`);
      return xml.replace(rows[0], moved(rows[2]!, 6, 5) + moved(rows[1]!, 5, 6));
    });
    expect(await read(swapped)).toEqual({ entries: FILLED, faults: [] });
  });

  // the part of LibreOffice that opens tables; a writer alone does not
  const calc = existsSync('/usr/lib/libreoffice/program/libsclo.so');
  const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => calc && existsSync(path));
  (soffice ? it : it.skip)(
    'LibreOffice opens it, saves it, and it says the same (skipped without LibreOffice)',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'dondoc-excel-'));
      try {
        await writeFile(join(folder, 'form.xlsx'), templateWith(FILLED));
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
        const convert = [
          '--headless',
          '--convert-to',
          'xlsx:Calc MS Excel 2007 XML',
          '--outdir',
          join(folder, 'out'),
          join(folder, 'form.xlsx'),
        ];
        await promisify(execFile)(soffice!, [profile, ...convert], { timeout: 240_000 });
        const saved = await readFile(join(folder, 'out', 'form.xlsx'));
        expect(saved.equals(templateWith(FILLED))).toBe(false);
        expect(await read(saved)).toEqual({
          entries: { ...FILLED, 'sections.results': 'Dòng một\nDòng hai "trích" <b> & \t tab' },
          faults: [],
        });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    300_000,
  );

  // drives Calc as an officer's hand does; Debian's python3-uno
  const python = '/usr/bin/python3';
  const hand = soffice && existsSync(python) && spawnSync(python, ['-c', 'import uno']).status === 0;
  (hand ? it : it.skip)(
    'an officer fills the empty template in Calc and saves it: it comes back as filled in (skipped without LibreOffice and python3-uno)',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'dondoc-calc-'));
      try {
        const [form, saved] = [join(folder, 'form.xlsx'), join(folder, 'saved.xlsx')];
        await writeFile(form, templateWith());
        const typed = [
          `${at('J', 'REV')}=2400.5`,
          `${at('J', 'ROAD')}==1+2`,
          `${at('K', 'POOR')}=1000`,
          `${at('J', 'POOR')}=200`,
          `${at('J', 'TOWN')}="Đạt`,
          `${at('N', 'TOWN')}="Quyết định 12`,
          `${at('H', 'results')}="Dòng một\nDòng hai`,
        ];
        const fill = join(process.cwd(), 'test/documents/calc-fill.py');
        await promisify(execFile)(python, [fill, form, saved, join(folder, 'profile'), ...typed], { timeout: 240_000 });
        expect(await read(await readFile(saved))).toEqual({
          faults: [],
          entries: {
            'figures.REV.final.value': 2400.5,
            'figures.ROAD.final.value': 3,
            'figures.POOR.final.numerator': 200,
            'figures.POOR.final.denominator': 1000,
            'figures.TOWN.final.value': 1,
            'figures.TOWN.proof': 'Quyết định 12',
            'sections.results': 'Dòng một\nDòng hai',
          },
        });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    300_000,
  );
});

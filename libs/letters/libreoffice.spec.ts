import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { extractText, type Extracted } from '#libs/documents';
import { letterKinds } from '#libs/domain';
import { renderDocx } from './docx/render-docx.js';
import { keptTemplate } from './kept-template.js';
import { FONTS } from './pdf/fonts.js';
import { sampleLetter, sampleList, sampleCovenant, sampleSheet } from './letters.fixture.js';
import { seal } from './seal.js';

const samples = {
  urging_letter: sampleLetter,
  late_list: sampleList,
  fact_sheet: sampleSheet,
  covenant: sampleCovenant,
};
const read = async (bytes: Buffer): Promise<Extracted> =>
  (await extractText({ name: 'a document', bytes })) as Extracted;
/** Tinos in the place of Times New Roman, whatever this machine has: other widths would make other pages. */
function fontsOf(dir: string): string {
  const fonts = dirname(dirname(FONTS['Tinos']!.normal as string));
  const alias = '<alias binding="same"><family>Times New Roman</family><accept><family>Tinos</family></accept></alias>';
  const file = join(dir, 'fonts.conf');
  writeFileSync(file, `<fontconfig><dir>${fonts}</dir><cachedir>${dir}/cache</cachedir>${alias}</fontconfig>`);
  return file;
}

const LONG: string[] = ['late_list', 'covenant'];

/** Letters of the first that the second has not, each as often as it is missing; both sorted. */
function missing(wanted: string, there: string): string {
  const left = [...there];
  return [...wanted]
    .filter((letter) => {
      const at = left.indexOf(letter);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    })
    .join('');
}

const found = spawnSync('soffice', ['--version']).status === 0;
const either = found ? describe : describe.skip;

either(`LibreOffice opens each document${found ? '' : ' (left out: soffice is not installed on this machine)'}`, () => {
  const dir = mkdtempSync(join(tmpdir(), 'dondoc-letters-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('without a complaint, with the same letters, and the fact sheet on one page', async () => {
    const texts = new Map<string, string>();
    for (const kind of letterKinds) {
      const bytes = renderDocx(await seal(samples[kind]()), await keptTemplate(kind));
      writeFileSync(join(dir, `${kind}.docx`), bytes);
      texts.set(kind, (await read(bytes)).text);
    }
    const files = letterKinds.map((kind) => join(dir, `${kind}.docx`));
    const profile = `-env:UserInstallation=file://${join(dir, 'profile')}`;
    const env = { ...process.env, FONTCONFIG_FILE: fontsOf(dir) };
    const args = ['--headless', profile, '--convert-to', 'pdf', '--outdir', dir, ...files];
    const run = spawnSync('soffice', args, { encoding: 'utf8', env });
    expect(run.status).toBe(0);
    expect(run.stdout + run.stderr).not.toMatch(/error|repair|could not/i);
    for (const kind of letterKinds) {
      const pdf = await read(readFileSync(join(dir, `${kind}.pdf`)));
      // it sets letters one by one, so words cannot be told by the room between them
      const letters = (text: string) => [...text.replace(/[\s|]/g, '')].sort().join('');
      // a table that runs over pages says its head again on each
      if (LONG.includes(kind)) {
        expect(missing(letters(texts.get(kind)!), letters(pdf.text))).toBe('');
        continue;
      }
      expect(letters(pdf.text)).toBe(letters(texts.get(kind)!));
      expect(pdf.pages).toBe(1);
    }
  }, 120_000);
});

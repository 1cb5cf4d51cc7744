import { formWith } from '../form/form.fixture.js';
import { byPlace, cleanName, judgeKind, judgeSize, mayBeServed, placeKnown, scanStateOf, servedName } from './index.js';
import type { EvidenceLimits } from './evidence.types.js';

const LIMITS: EvidenceLimits = {
  maxBytes: 2 * 1024 * 1024,
  maxPerPlace: 2,
  maxPerReport: 5,
  kinds: [
    { type: 'application/pdf', extension: 'pdf', inline: true },
    { type: 'image/jpeg', extension: 'jpg', inline: true },
  ],
};
const at = (second: number): Date => new Date(Date.UTC(2025, 5, 12, 2, 0, second));

describe('what may be evidence', () => {
  it('is bound to a figure or a section that the form has, or to the paper itself', () => {
    const form = formWith();
    const section = form.sections[0]!.id;
    for (const path of ['paper', 'figures.TOWN', `sections.${section}`]) expect(placeKnown(form, path)).toBeNull();
    for (const path of ['figures.NONE', 'figures', 'figures.TOWN.final', 'sections.none', 'nil', ''])
      expect(placeKnown(form, path)).toMatchObject({ code: 'evidence-place' });
    expect([placeKnown(null, 'paper'), placeKnown(null, 'figures.TOWN')?.code]).toEqual([null, 'evidence-place']);
  });

  it('is within the size, and of a kind that its content shows', () => {
    expect([0, 1, LIMITS.maxBytes, LIMITS.maxBytes + 1].map((bytes) => judgeSize(bytes, LIMITS)?.code)).toEqual([
      'evidence-empty',
      undefined,
      undefined,
      'evidence-too-large',
    ]);
    expect(judgeKind('application/pdf', LIMITS)).toMatchObject({ extension: 'pdf' });
    for (const type of [null, 'text/html', 'image/svg+xml', 'application/zip'])
      expect(judgeKind(type, LIMITS)).toMatchObject({ code: 'evidence-type', data: { taken: 'pdf, jpg' } });
  });

  it('keeps a name that neither a disk nor a header stumbles over, and ends as its content is', () => {
    const names = ['../../etc/passwd', 'C:\\bao cao\\QĐ 12.pdf', 'a\r\nX: y.pdf', '\u202Egpj.exe', '...', ''];
    expect(names.map(cleanName)).toEqual(['passwd', 'QĐ 12.pdf', 'aX: y.pdf', 'gpj.exe', 'tep', 'tep']);
    expect(cleanName('x'.repeat(500))).toHaveLength(200);
    expect(['ảnh.JPEG', 'ảnh.png', 'x.exe'].map((name) => servedName(name, 'jpg'))).toEqual([
      'ảnh.JPEG',
      'ảnh.png.jpg',
      'x.exe.jpg',
    ]);
  });

  it('is the same content in whatever order it was bound', () => {
    const [a, b, c] = [
      { path: 'figures.T1', hash: 'b' },
      { path: 'figures.T1', hash: 'a' },
      { path: 'paper', hash: 'c' },
    ];
    const wanted = { 'figures.T1': [{ hash: 'a' }, { hash: 'b' }], paper: [{ hash: 'c' }] };
    expect([byPlace([a, b, c]), byPlace([c, b, a])]).toEqual([wanted, wanted]);
    expect(JSON.stringify(byPlace([a, b, c]))).toBe(JSON.stringify(byPlace([c, a, b])));
  });
});

describe('how a file stands with the scanner', () => {
  it('waits where there is one, and says that there is none where not', () => {
    expect([scanStateOf(null, at(1), true), scanStateOf(null, at(1), false)]).toEqual(['pending', 'unscanned']);
    expect((['pending', 'infected', 'clean', 'unscanned'] as const).filter(mayBeServed)).toEqual([
      'clean',
      'unscanned',
    ]);
  });

  it('is clean only by a scan after the bytes were sent, so that nobody learns of somebody else’s file', () => {
    const scan = { state: 'clean', at: at(5) } as const;
    expect([at(4), at(5), at(6)].map((since) => scanStateOf(scan, since, true))).toEqual(['clean', 'clean', 'pending']);
  });

  it('is infected for all, whoever’s scan found it', () => {
    const scan = { state: 'infected', at: at(5), signature: 'Eicar-Test' } as const;
    for (const scanner of [true, false])
      for (const since of [at(4), at(6)]) expect(scanStateOf(scan, since, scanner)).toBe('infected');
  });
});

import { documentFormOn } from './document-form.js';

const form = documentFormOn('2026-11-20');

describe('Decree 30/2020, Appendix I', () => {
  it('is in force from the day it was signed; older days are printed by it too', () => {
    expect(form.id).toBe('nd-30-2020');
    expect(documentFormOn('2014-01-01').id).toBe('nd-30-2020');
  });

  it('asks for A4 and its margins, in Times New Roman, black', () => {
    const allowed = Object.fromEntries(Object.entries(form.margins).map(([side, { min, max }]) => [side, [min, max]]));
    expect(allowed).toEqual({ top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] });
    expect(form.page).toEqual({ width: 210, height: 297 });
    expect([form.font.word, form.colour]).toEqual(['Times New Roman', '000000']);
  });

  it('numbers pages from the second, in the top margin', () => {
    expect(form.pageNumber).toEqual({ min: 13, max: 14, printed: 13, firstShownOn: 2 });
  });

  // by hand from the table of the appendix: smallest, largest, marks
  it.each([
    ['nation', 12, 13, 'bold capitals'],
    ['motto', 13, 14, 'bold'],
    ['superior', 12, 13, 'capitals'],
    ['body', 12, 13, 'bold capitals'],
    ['number', 13, 13, ''],
    ['place', 13, 14, 'italic'],
    ['subject_below_number', 12, 13, ''],
    ['type', 13, 14, 'bold capitals'],
    ['subject', 13, 14, 'bold'],
    ['text', 13, 14, ''],
    ['authority', 13, 14, 'bold capitals'],
    ['signer', 13, 14, 'bold'],
    ['recipients_head', 12, 12, 'bold italic'],
    ['recipients', 11, 11, ''],
  ] as const)('%s: %i to %i points, %s', (style, min, max, marks) => {
    const face = form.faces[style];
    const written = (['bold', 'italic', 'capitals'] as const).filter((mark) => face[mark]).join(' ');
    expect([face.min, face.max, written]).toEqual([min, max, marks]);
  });

  it('is printed within what it allows', () => {
    const { margins, faces, pageNumber, text } = form;
    const all = [...Object.values(margins), ...Object.values(faces), pageNumber, text.gapAfter, text.lineHeight];
    expect(all.filter(({ min, max, printed }) => printed < min || printed > max)).toEqual([]);
    expect([10, 12.7]).toContain(text.firstLine);
  });
});

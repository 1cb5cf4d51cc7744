import PizZip from 'pizzip';
import { formWith } from '#libs/domain/form/form.fixture.js';
import type { CampaignPlan, Entries } from '#libs/domain';
import { contentHash } from '#libs/store/hash.js';
import type { PinnedForm } from '../form-for.js';
import { excelTemplate } from './template.js';

const form = formWith();
export const pinned: PinnedForm = { form, hash: contentHash(form), plan: {} as CampaignPlan };
export const OBLIGATION = 'c.report-2.report.xa-1.main';

/** Rows for difficulties: one that stands in the draft and two empty ones. */
export const DIFFICULTIES = ['k1', 'e4-1', 'e4-2'];

/** Row of the sheet on which a target or section is asked. */
export const rowOf = (key: string): number =>
  5 +
  [
    ...form.cells.map(({ target }) => target),
    ...form.sections.map(({ id }) => id),
    'explanation',
    'nil',
    ...DIFFICULTIES,
  ].indexOf(key);

export const templateWith = (entries: Entries = {}): Buffer =>
  excelTemplate(pinned, {
    obligation: OBLIGATION,
    unitName: 'Xã Một',
    entries,
    beside: [],
    difficulties: DIFFICULTIES,
  });

/** The same file with one of its parts changed. */
export function changed(bytes: Buffer, part: string, change: (xml: string) => string): Buffer {
  const zip = new PizZip(bytes);
  const before = zip.file(part)?.asText() ?? '';
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${part}`);
  zip.file(part, after);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

export const SHEET = 'xl/worksheets/sheet1.xml';
export const KEYS = 'xl/worksheets/sheet2.xml';

/** A cell as somebody's spreadsheet would save it. */
export const cell = (ref: string, inner: string, attributes = ''): ((xml: string) => string) => {
  const place = new RegExp(`<c r="${ref}"[^>]*?(?:/>|>.*?</c>)`);
  return (xml) => xml.replace(place, `<c r="${ref}" ${attributes}>${inner}</c>`);
};
export const number = (ref: string, value: string, style = 0) => cell(ref, `<v>${value}</v>`, `s="${style}"`);
export const text = (ref: string, value: string) => cell(ref, `<is><t>${value}</t></is>`, 't="inlineStr"');

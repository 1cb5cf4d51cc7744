import { MARK_FIELDS, say, type LetterPart, type LetterStyle } from '#libs/domain';
import type { DocumentForm } from '#libs/rules';
import { columnWidths, LAYOUT, textWidth } from '../layout.js';
import { gap, paragraph, ruleLine, run, table, type ParagraphForm } from './ooxml.js';
import { pictureOf } from './picture.js';

type Of<P extends LetterPart['part']> = Extract<LetterPart, { part: P }>;

const tag = (name: string): string => `{${name}}`;

/** The parts of a document as WordprocessingML, with placeholders where the content will stand. */
export class WordParts {
  private readonly width: number;

  constructor(private readonly form: DocumentForm) {
    this.width = textWidth(form);
  }

  xml(part: LetterPart): string {
    switch (part.part) {
      case 'letterhead':
        return this.letterhead(part);
      case 'line':
        return this.line(part);
      case 'lines':
        return this.lines(part);
      case 'heading':
        return this.words(part.words, 'heading', { before: 6, after: 3, keepNext: true });
      case 'table':
        return this.table(part);
      case 'signature':
        return this.signature();
      case 'marks':
        return this.marks();
    }
  }

  private words(text: string, style: LetterStyle, form: ParagraphForm = {}, italic = false): string {
    const face = this.form.faces[style];
    return paragraph(run(text, italic ? { ...face, italic } : face, this.form.font.word), form);
  }

  /** A paragraph for each line of a list; the two paragraphs with only the loop's ends vanish when it is filled. */
  private loop(list: string, field: string, style: LetterStyle, form: ParagraphForm): string {
    return [`#${list}`, field, `/${list}`].map((name) => this.words(tag(name), style, form)).join('');
  }

  private letterhead({ numbered }: Of<'letterhead'>): string {
    const left = this.width * LAYOUT.letterheadLeft;
    const right = this.width - left;
    const center: ParagraphForm = { align: 'center' };
    const rule = (width: number, share: number) => ruleLine((width * (1 - share)) / 2);
    const names =
      this.loop('cap_tren', 'ten', 'superior', center) +
      this.words(tag('co_quan'), 'body', center) +
      rule(left, LAYOUT.ruleUnderBody);
    const nation =
      this.words(say('letter.nation'), 'nation', center) +
      this.words(say('letter.motto'), 'motto', center) +
      rule(right, LAYOUT.ruleUnderMotto);
    const number = numbered
      ? this.words(tag('so_ky_hieu'), 'number', center) + this.words(tag('trich_yeu'), 'subject_below_number', center)
      : gap(6);
    const place = this.words(tag('dia_danh_ngay'), 'place', center);
    const rows = [{ cells: [names, nation] }, { cells: [number, place] }];
    return table(rows, { widths: [left, right], bordered: false }) + gap(10);
  }

  private line({ field, style, align, italic = false, ruleBelow = false }: Of<'line'>): string {
    const below = ruleBelow ? ruleLine((this.width * (1 - LAYOUT.ruleUnderSubject)) / 2) : '';
    return this.words(tag(field), style, { align, after: ruleBelow || style === 'type' ? 0 : 6 }, italic) + below;
  }

  private lines({ list, field, style, align }: Of<'lines'>): string {
    const { firstLine, gapAfter, lineHeight } = this.form.text;
    const spacing = { after: gapAfter.printed, lineHeight: lineHeight.printed };
    const addressees: ParagraphForm = { left: LAYOUT.addresseeLeft, after: 3 };
    const form: ParagraphForm =
      align === 'addressees'
        ? addressees
        : align === 'justify'
          ? { ...spacing, firstLine, align: 'both' }
          : { ...spacing, align: 'center' };
    return this.loop(list, field, style, form) + (align === 'addressees' ? gap(6) : '');
  }

  private table({ list, head, small = false, columns }: Of<'table'>): string {
    const widths = columnWidths(columns, this.width);
    const last = columns.length - 1;
    const padded: ParagraphForm = small ? {} : { before: 2, after: 2 };
    const style = small ? 'table_small' : 'table';
    const heads = columns.map((column) => this.words(column.head, 'table_head', { ...padded, align: 'center' }));
    // a row is repeated when the loop opens in its first cell and closes in its last
    const cells = columns.map(({ field, align }, n) =>
      this.words(`${n === 0 ? tag(`#${list}`) : ''}${tag(field)}${n === last ? tag(`/${list}`) : ''}`, style, {
        ...padded,
        align,
      }),
    );
    return (
      table([...(head ? [{ cells: heads, head: true }] : []), { cells }], { widths, bordered: true }) +
      gap(small ? 3 : 6)
    );
  }

  private signature(): string {
    const left = this.width * LAYOUT.signatureLeft;
    const copies =
      this.words(say('letter.recipients'), 'recipients_head') + this.loop('noi_nhan', 'dong', 'recipients', {});
    const center: ParagraphForm = { align: 'center' };
    const space = (LAYOUT.signatureSpace / 25.4) * 72;
    const signed =
      this.loop('quyen_ky', 'dong', 'authority', center) +
      this.words(tag('nguoi_ky'), 'signer', { ...center, before: Math.round(space) });
    return table([{ cells: [copies, signed] }], { widths: [left, this.width - left], bordered: false }) + gap(6);
  }

  private marks(): string {
    const [id, hash] = MARK_FIELDS.map(tag) as [string, string];
    const lines =
      this.words(say('letter.mark.id', { id }), 'mark', { before: 12 }) +
      this.words(say('letter.mark.hash', { hash }), 'mark');
    const side = LAYOUT.qr + 2;
    return table([{ cells: [paragraph(pictureOf(LAYOUT.qr)), lines] }], {
      widths: [side, this.width - side],
      bordered: false,
    });
  }
}

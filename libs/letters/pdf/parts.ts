import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import { MARK_FIELDS, say, type LetterPart, type LetterStyle } from '#libs/domain';
import type { DocumentForm } from '#libs/rules';
import { columnWidths, LAYOUT, textWidth } from '../layout.js';
import type { SealedLetter } from '../seal.js';
import { CELL_PADDING } from '../template/ooxml.js';
import { wholeWords } from './whole-words.js';

type Of<P extends LetterPart['part']> = Extract<LetterPart, { part: P }>;
type Align = 'left' | 'center' | 'justify';
type Margin = [left: number, top: number, right: number, bottom: number];

/** Points. */
export const points = (mm: number): number => (mm * 72) / 25.4;

/** The same parts as the Word template, for the same content, drawn at once. */
export class PdfParts {
  private readonly width: number;

  constructor(
    private readonly form: DocumentForm,
    private readonly letter: SealedLetter,
  ) {
    this.width = points(textWidth(form));
  }

  content(part: LetterPart): Content {
    switch (part.part) {
      case 'letterhead':
        return this.letterhead(part);
      case 'line':
        return this.line(part);
      case 'lines':
        return this.lines(part);
      case 'heading':
        return this.words(part.words, 'heading', 'left', [0, 6, 0, 3]);
      case 'table':
        return this.table(part);
      case 'signature':
        return this.signature();
      case 'marks':
        return this.marks();
    }
  }

  private field(name: string): string {
    return this.letter.content.fields[name] ?? '';
  }

  private values(list: string, field: string): string[] {
    return (this.letter.content.lists[list] ?? []).map((row) => row[field] ?? '');
  }

  private words(text: string, style: LetterStyle, alignment: Align = 'left', margin: Margin = [0, 0, 0, 0]) {
    const { printed, bold, italic } = this.form.faces[style];
    return { text: wholeWords(text), fontSize: printed, bold, italics: italic, alignment, margin };
  }

  private rule(width: number, share: number): Content {
    const from = (width * (1 - share)) / 2;
    const line = { type: 'line' as const, x1: from, y1: 2, x2: width - from, y2: 2, lineWidth: 0.75 };
    return { canvas: [line], margin: [0, 0, 0, 4] };
  }

  private letterhead({ numbered }: Of<'letterhead'>): Content {
    const left = this.width * LAYOUT.letterheadLeft;
    const right = this.width - left;
    const centered = (text: string, style: LetterStyle) => this.words(text, style, 'center');
    const names = [
      ...this.values('cap_tren', 'ten').map((name) => centered(name, 'superior')),
      centered(this.field('co_quan'), 'body'),
      this.rule(left, LAYOUT.ruleUnderBody),
    ];
    const nation = [
      centered(say('letter.nation'), 'nation'),
      centered(say('letter.motto'), 'motto'),
      this.rule(right, LAYOUT.ruleUnderMotto),
    ];
    const number = numbered
      ? [centered(this.field('so_ky_hieu'), 'number'), centered(this.field('trich_yeu'), 'subject_below_number')]
      : [];
    const place = centered(this.field('dia_danh_ngay'), 'place');
    const row = (one: Content, other: Content): Content => ({
      columns: [
        { width: left, stack: [one] },
        { width: right, stack: [other] },
      ],
    });
    return { stack: [row(names, nation), row(number, place)], margin: [0, 0, 0, 10] };
  }

  private line({ field, style, align, italic = false, ruleBelow = false }: Of<'line'>): Content {
    const words = this.words(this.field(field), style, align, [0, 0, 0, ruleBelow || style === 'type' ? 0 : 6]);
    const line = { ...words, italics: italic || words.italics };
    return ruleBelow ? { stack: [line, this.rule(this.width, LAYOUT.ruleUnderSubject)] } : line;
  }

  private lines({ list, field, style, align }: Of<'lines'>): Content {
    const { firstLine, gapAfter, lineHeight } = this.form.text;
    const values = this.values(list, field);
    if (align === 'addressees') {
      const left = points(LAYOUT.addresseeLeft);
      const stack = values.map((text) => this.words(text, style, 'left', [left, 0, 0, 3]));
      return { stack, margin: [0, 0, 0, 6] };
    }
    return values.map((text) => ({
      ...this.words(text, style, align, [0, 0, 0, gapAfter.printed]),
      lineHeight: lineHeight.printed,
      ...(align === 'justify' && { leadingIndent: points(firstLine) }),
    }));
  }

  private table({ list, head, small = false, columns }: Of<'table'>): Content {
    const style = small ? 'table_small' : 'table';
    const padding = points(CELL_PADDING);
    const widths = columnWidths(columns, textWidth(this.form)).map((mm) => points(mm) - 2 * padding - LINE);
    const heads = columns.map((column): TableCell => this.words(column.head, 'table_head', 'center'));
    const rows = (this.letter.content.lists[list] ?? []).map((row) =>
      columns.map(({ field, align }): TableCell => this.words(row[field] ?? '', style, align)),
    );
    const layout: ContentTable['layout'] = {
      hLineWidth: () => LINE,
      vLineWidth: () => LINE,
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => (small ? 0.5 : 2),
      paddingBottom: () => (small ? 0.5 : 2),
    };
    const body = [...(head ? [heads] : []), ...rows];
    return {
      table: { headerRows: head ? 1 : 0, dontBreakRows: true, widths, body },
      layout,
      margin: [0, 0, 0, small ? 3 : 6],
    };
  }

  private signature(): Content {
    const left = this.width * LAYOUT.signatureLeft;
    const copies = [
      this.words(say('letter.recipients'), 'recipients_head'),
      ...this.values('noi_nhan', 'dong').map((line) => this.words(line, 'recipients')),
    ];
    const signed = [
      ...this.values('quyen_ky', 'dong').map((line) => this.words(line, 'authority', 'center')),
      this.words(this.field('nguoi_ky') || ' ', 'signer', 'center', [0, points(LAYOUT.signatureSpace), 0, 0]),
    ];
    return {
      columns: [
        { width: left, stack: copies },
        { width: this.width - left, stack: signed },
      ],
      unbreakable: true,
      margin: [0, 0, 0, 6],
    };
  }

  private marks(): Content {
    const [id, hash] = MARK_FIELDS.map((name) => this.field(name)) as [string, string];
    const lines = [
      this.words(say('letter.mark.id', { id }), 'mark', 'left', [0, 12, 0, 0]),
      this.words(say('letter.mark.hash', { hash }), 'mark'),
    ];
    const image = `data:image/png;base64,${this.letter.qr.toString('base64')}`;
    const side = points(LAYOUT.qr);
    return {
      columns: [
        { width: side + points(2), image, fit: [side, side] },
        { width: '*', stack: lines },
      ],
      unbreakable: true,
    };
  }
}

/** Points. */
const LINE = 0.5;

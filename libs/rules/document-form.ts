import type { LetterStyle, LocalDate } from '#libs/domain';

/** What the decree allows, and what we print: millimetres for the page, points for letters. */
interface Allowed {
  min: number;
  max: number;
  printed: number;
}

export interface LetterFace extends Allowed {
  bold: boolean;
  italic: boolean;
  capitals: boolean;
}

/** The form of administrative documents: dated data, both days included. */
export interface DocumentForm {
  id: string;
  from: LocalDate;
  to: LocalDate | null;
  source: string;
  /** Millimetres, A4 upright. */
  page: { width: number; height: number };
  margins: Record<'top' | 'bottom' | 'left' | 'right', Allowed>;
  /** Name written into Word files, and the open font with the same widths that is printed into PDF files. */
  font: { word: string; pdf: string };
  colour: string;
  /** Arabic, centred in the top margin, not on the first page. */
  pageNumber: Allowed & { firstShownOn: number };
  /** First line of a paragraph, millimetres; between paragraphs, points; between lines, times the height of a line. */
  text: { firstLine: number; gapAfter: Allowed; lineHeight: Allowed };
  /** Numbers of a document below this are written with a leading zero, and the days; months only up to `zeroMonths`. */
  zeroBelow: number;
  zeroMonths: number;
  /** Length of the line below a body's name or a subject, as a share of the words above it. */
  rule: { min: number; max: number };
  faces: Record<LetterStyle, LetterFace>;
}

const face = (min: number, max: number, printed: number, marks = ''): LetterFace => ({
  min,
  max,
  printed,
  bold: marks.includes('b'),
  italic: marks.includes('i'),
  capitals: marks.includes('C'),
});

/** Nghị định 30/2020/NĐ-CP, Appendix I. [S] read in a public source, [M] remembered and not yet compared with the text. */
const decree30: DocumentForm = {
  id: 'nd-30-2020',
  from: '2020-03-05',
  to: null,
  source:
    'Nghị định 30/2020/NĐ-CP ngày 05/3/2020, Phụ lục I: khổ giấy, lề, phông, số trang, số văn bản dưới 10, quyền hạn ký [S]; cỡ chữ từng thành phần, giãn dòng [M]',
  page: { width: 210, height: 297 },
  margins: {
    top: { min: 20, max: 25, printed: 20 },
    bottom: { min: 20, max: 25, printed: 20 },
    left: { min: 30, max: 35, printed: 30 },
    right: { min: 15, max: 20, printed: 15 },
  },
  font: { word: 'Times New Roman', pdf: 'Tinos' },
  colour: '000000',
  pageNumber: { min: 13, max: 14, printed: 13, firstShownOn: 2 },
  text: {
    firstLine: 12.7,
    gapAfter: { min: 6, max: 12, printed: 6 },
    lineHeight: { min: 1, max: 1.5, printed: 1 },
  },
  zeroBelow: 10,
  zeroMonths: 2,
  rule: { min: 1 / 3, max: 1 / 2 },
  faces: {
    nation: face(12, 13, 12, 'bC'),
    motto: face(13, 14, 13, 'b'),
    superior: face(12, 13, 12, 'C'),
    body: face(12, 13, 12, 'bC'),
    number: face(13, 13, 13),
    place: face(13, 14, 13, 'i'),
    subject_below_number: face(12, 13, 12),
    type: face(13, 14, 14, 'bC'),
    subject: face(13, 14, 14, 'b'),
    addressee: face(13, 14, 14),
    text: face(13, 14, 14),
    heading: face(13, 14, 13, 'b'),
    authority: face(13, 14, 13, 'bC'),
    signer: face(13, 14, 14, 'b'),
    recipients_head: face(12, 12, 12, 'bi'),
    recipients: face(11, 11, 11),
    // the appendix says nothing of cells and of machine marks: ours, not below the smallest size it names but for the marks
    table_head: face(11, 14, 12, 'b'),
    table: face(11, 14, 12),
    table_small: face(11, 14, 11),
    mark: face(8, 11, 8),
  },
};

const forms: DocumentForm[] = [decree30];

/** The form in force on a day; the oldest one known for days before it (documents of that time are only printed again). */
export function documentFormOn(day: LocalDate): DocumentForm {
  return forms.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? forms[0]!;
}

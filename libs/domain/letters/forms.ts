import { say, type MessageCode } from '../messages/say.js';
import type { LetterKind, LetterStyle } from './letter.types.js';

export interface TableColumn {
  field: string;
  head: string;
  /** Millimetres; one column of a table takes what is left. */
  width: number | null;
  align: 'left' | 'center';
}

/** A part of a document from top to bottom. Words between braces are filled from the content. */
export type LetterPart =
  | { part: 'letterhead'; numbered: boolean }
  | { part: 'line'; field: string; style: LetterStyle; align: 'center' | 'left'; italic?: boolean; ruleBelow?: boolean }
  | { part: 'lines'; list: string; field: string; style: LetterStyle; align: 'center' | 'justify' | 'addressees' }
  | { part: 'heading'; words: string }
  | { part: 'table'; list: string; head: boolean; small?: boolean; columns: TableColumn[] }
  | { part: 'signature' }
  | { part: 'marks' };

const column = (
  field: string,
  head: MessageCode,
  width: number | null,
  align: TableColumn['align'] = 'left',
): TableColumn => ({
  field,
  head: say(head),
  width,
  align,
});

const lateColumns = (withState: boolean): TableColumn[] => [
  column('tt', 'letter.column.no', 10, 'center'),
  column('don_vi', 'letter.column.unit', withState ? 44 : 48),
  column('viec', 'letter.column.work', null),
  ...(withState ? [column('trang_thai', 'letter.column.state', 24, 'center')] : []),
  column('han', 'letter.column.due', 28, 'center'),
  column('so_ngay', 'letter.column.days', 18, 'center'),
];

const title: LetterPart[] = [
  { part: 'line', field: 'ten_loai', style: 'type', align: 'center' },
  { part: 'line', field: 'trich_yeu', style: 'subject', align: 'center', ruleBelow: true },
  { part: 'line', field: 'thoi_diem', style: 'text', align: 'center', italic: true },
];

/** The documents by their parts. The Word template, the PDF and the check of an edited template are all made from this. */
export const letterForms: Record<LetterKind, LetterPart[]> = {
  urging_letter: [
    { part: 'letterhead', numbered: true },
    { part: 'lines', list: 'kinh_gui', field: 'dong', style: 'addressee', align: 'addressees' },
    { part: 'lines', list: 'mo_dau', field: 'chu', style: 'text', align: 'justify' },
    { part: 'table', list: 'viec_cham', head: true, columns: lateColumns(false) },
    { part: 'lines', list: 'ket_thuc', field: 'chu', style: 'text', align: 'justify' },
    { part: 'signature' },
    { part: 'marks' },
  ],
  late_list: [
    { part: 'letterhead', numbered: false },
    ...title,
    { part: 'table', list: 'viec_cham', head: true, columns: lateColumns(true) },
    { part: 'lines', list: 'tong_hop', field: 'chu', style: 'text', align: 'justify' },
    { part: 'signature' },
    { part: 'marks' },
  ],
  covenant: [
    { part: 'letterhead', numbered: false },
    ...title,
    { part: 'lines', list: 'noi_dung', field: 'chu', style: 'text', align: 'justify' },
    { part: 'heading', words: say('letter.covenant.pledges') },
    {
      part: 'table',
      list: 'cam_ket',
      head: true,
      small: true,
      columns: [
        column('don_vi', 'letter.column.unit', 44),
        column('chi_tieu', 'letter.column.target', null),
        column('muc_giao', 'letter.column.assigned', 24, 'center'),
        column('cam_ket', 'letter.column.pledged', 24, 'center'),
      ],
    },
    { part: 'heading', words: say('letter.covenant.signatures') },
    {
      part: 'table',
      list: 'cac_ben',
      head: true,
      columns: [
        column('don_vi', 'letter.column.party', null),
        column('nguoi_ky', 'letter.column.signer', 56),
        column('luc_ky', 'letter.column.signed-at', 40, 'center'),
      ],
    },
    { part: 'marks' },
  ],
  fact_sheet: [
    { part: 'letterhead', numbered: false },
    ...title,
    {
      part: 'table',
      list: 'tom_tat',
      head: false,
      small: true,
      columns: [column('muc', 'letter.column.item', 48), column('gia_tri', 'letter.column.value', null)],
    },
    { part: 'heading', words: say('letter.sheet.reminders') },
    {
      part: 'table',
      list: 'nhac_viec',
      head: true,
      small: true,
      columns: [
        column('ngay', 'letter.column.day', 22, 'center'),
        column('noi_dung', 'letter.column.act', 36),
        column('nguoi_nhan', 'letter.column.to', null),
        column('ket_qua', 'letter.column.outcome', 30),
      ],
    },
    { part: 'heading', words: say('letter.sheet.extensions') },
    {
      part: 'table',
      list: 'gia_han',
      head: true,
      small: true,
      columns: [
        column('ngay', 'letter.column.day', 22, 'center'),
        column('quyet_dinh', 'letter.column.decision', 40),
        column('nguoi_quyet', 'letter.column.by', 34),
        column('can_cu', 'letter.column.ground', null),
      ],
    },
    { part: 'heading', words: say('letter.sheet.returns') },
    {
      part: 'table',
      list: 'tra_lai',
      head: true,
      small: true,
      columns: [
        column('ngay', 'letter.column.day', 22, 'center'),
        column('ly_do', 'letter.column.reason', null),
        column('nguoi_tra', 'letter.column.returned-by', 40),
      ],
    },
    // an annex: the letter it goes with is signed
    { part: 'marks' },
  ],
};

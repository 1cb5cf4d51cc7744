import { asks, ownTargets, rowWith } from './asks.js';
import { firstDate } from './documents.js';
import { type Reading } from './reading.types.js';
import { evidenceText, flat, fold } from './text.js';

/** One snare of a seed and whether a reading handles it or tells the officer about it. */
export interface Trap {
  what: string;
  held: (reading: Reading) => boolean;
}

const comparator = (r: Reading, piece: string): string => String(rowWith(r, piece)?.comparator ?? '');
const deadline = (r: Reading, piece: string): string => String(rowWith(r, piece)?.deadline ?? '');
const sameDay = (document: unknown, day: string): boolean => firstDate(flat(document)) === day;
const cadences = (r: Reading): string => fold((r.reporting ?? []).map((row) => flat(row.cadence)).join(' | '));
const missingCadence = (r: Reading): boolean =>
  asks(r, /cadence|dinh ky|che do bao cao|ky bao cao|han bao cao|thoi han/);

const seed000: Trap[] = [
  {
    what: 'ba chân trời: 07/5/2019, hết 2019, trước 2019 và 2020',
    held: (r) =>
      r.end?.value === '2019-05-07' &&
      deadline(r, '4.550 tỷ đồng') === '2019-12-31' &&
      deadline(r, 'Dự án Quảng trường Tây Bắc') === '2018-12-31' &&
      deadline(r, 'Gia Phù') === '2020-12-31',
  },
  {
    what: 'báo cáo 6 tháng, một năm không nói ngày: không bịa ngày',
    held: (r) =>
      /6 (thang|month)/.test(cadences(r)) &&
      (r.reporting ?? []).every((row) => !/\d{4}|\d\/\d/.test(flat(row.deadline))),
  },
  {
    what: 'T01, T05, T06: tính từ bao giờ, phần trăm hay điểm phần trăm',
    held: (r) => asks(r, /\b10%/) && asks(r, /85\.000/) && asks(r, /\b3%/),
  },
  {
    what: 'T13: khoảng, hay mức gốc và mức phải đạt',
    held: (r) => rowWith(r, '884 hộ')?.min === 884 && rowWith(r, '884 hộ')?.max === 1000 && asks(r, /884/),
  },
  {
    what: 'chỉ tiêu là của tỉnh, chưa chia cho huyện',
    held: (r) =>
      /tinh/.test(fold(rowWith(r, '4.550 tỷ đồng')?.per ?? '')) ||
      asks(r, /phan bo|chia|giao cho tung|split|tung (huyen|don vi)/),
  },
  {
    what: 'T16-T30: xong hay chưa xong, không phải con số',
    held: (r) =>
      [
        'Quảng trường Tây Bắc',
        'Tượng đài',
        'Trụ sở Hội đồng',
        'Sốp Cộp|Sôp Cộp',
        'Hát Lót',
        'Phiêng Lanh',
        'đô thị loại II',
        'Ít Ong',
      ]
        .map((names) => names.split('|').map((name) => comparator(r, name)))
        .every((found) => found.includes('done')),
  },
];

const seed001: Trap[] = [
  {
    what: 'số và ngày để trống',
    held: (r) =>
      r.number === null && r.issue_date === null && asks(r, /number|so van ban|\bso\b/) && asks(r, /day|date|ngay/),
  },
  {
    what: 'không nhịp báo cáo, không giao ước, không đường khen thưởng',
    held: (r) => !r.pledge && missingCadence(r) && asks(r, /award|khen thuong/),
  },
  { what: 'U06 22,4% không rõ nghĩa', held: (r) => comparator(r, '22,4%') === 'unclear' && asks(r, /22,4/) },
  {
    what: 'U08, U13 là phần chênh của U07, U12',
    held: (r) =>
      rowWith(r, 'tăng 05 xã so với năm 2022')?.role === 'cross_check' &&
      rowWith(r, 'giảm 4% so với năm 2022')?.role === 'cross_check',
  },
  {
    what: 'số giao từ 142/NQ-HĐND và 2567/QĐ-UBND, không phải văn bản mẹ',
    held: (r) =>
      !r.parent_document &&
      ['142/NQ-HĐND', '2567/QĐ-UBND'].every((number) =>
        (r.cited_documents ?? []).some(
          (d) => fold(d.number ?? '') === fold(number) && /number|source|so/.test(fold(d.role ?? '')),
        ),
      ),
  },
];

const seed002: Trap[] = [
  {
    what: 'sơ kết, tổng kết, khen thưởng ghi năm 2013, phong trào năm 2014',
    held: (r) => asks(r, /2013/) && r.end?.value === '2014-12-31',
  },
  {
    what: 'phân bố xã theo tiêu chí là dải, không phải "ít nhất"',
    held: (r) =>
      ['08 xã đạt', '20 xã đạt', '60 xã đạt'].every(
        (piece) => comparator(r, piece) === 'band' && rowWith(r, piece)?.band,
      ) && comparator(r, 'các xã còn lại') === 'all_of_rest',
  },
  {
    what: 'người ban hành trong bài và dòng ký khác nhau',
    held: (r) => /^chu tich/.test(fold(r.issuer ?? '')) && /tm/.test(fold(flat(r.signatory))),
  },
];

const seed003: Trap[] = [
  {
    what: 'dấu ngoặc (b/c) không biết của ai',
    held: (r) => asks(r, /b\/c|noi nhan|recipient/) || !(r.recipients ?? []).some((one) => /\}|b\/c/.test(flat(one))),
  },
  { what: 'hai mục số 2 trong phần II', held: (r) => asks(r, /duplicate|trung|danh so|hai muc/) },
  {
    what: 'công trình chào mừng những ngày sau khi kết thúc',
    held: (r) => asks(r, /12\/12\/2023|01\/01\/2024|28\/6\/2024|10\/10\/2024|2024-|su kien lich su|ky niem/),
  },
  {
    what: 'công trình phải xong, hay chỉ chọn và khởi công',
    held: (r) => asks(r, /01 cong trinh|lua chon|hoan thien/),
  },
  {
    what: 'năm ngân sách hết sau phong trào',
    held: (r) => deadline(r, 'dự toán thu ngân sách nhà nước năm 2023') === '2023-12-31' && asks(r, /du toan/),
  },
];

const seed004: Trap[] = [
  { what: 'hai mục số 4 trong phần III', held: (r) => asks(r, /duplicate|trung|danh so|hai muc/) },
  {
    what: 'chỉ tiêu xã hội dưới đề mục kinh tế vẫn là chỉ tiêu',
    held: (r) =>
      ['98% trở lên', 'thẻ Bảo hiểm y tế đạt 95%', 'tổ, bản văn hóa đạt 90%'].every((piece) => rowWith(r, piece)),
  },
  {
    what: 'ngày của văn bản mẹ lệch một năm: giữ nguyên và hỏi',
    held: (r) => sameDay(r.parent_document, '2021-01-12') && asks(r, /12\/0?1\/2021|2021-01-12|20\/kh/),
  },
  { what: '0,04% nhỏ vô lý: giữ nguyên và hỏi', held: (r) => rowWith(r, '0,04%')?.value === 0.04 && asks(r, /0,04/) },
  {
    what: 'hai nơi cùng đôn đốc, đánh giá',
    held: (r) => asks(r, /don doc|same_duty|same duty|trung nhiem vu|cung nhiem vu/),
  },
  { what: 'không có nhịp báo cáo', held: missingCadence },
  {
    what: '"2 các giải pháp" là số trang',
    held: (r) => !ownTargets(r).some((row) => /2 cac giai phap/.test(fold(evidenceText(row.evidence)))),
  },
  {
    what: '"mức độ 3,4" là hai mức, không phải 3,4',
    held: (r) => !ownTargets(r).some((row) => row.value === 3.4 || /muc do 3/.test(fold(evidenceText(row.evidence)))),
  },
];

/** The traps of each seed, in the order of its `traps` list. */
export const traps: Record<string, Trap[]> = {
  '000': seed000,
  '001': seed001,
  '002': seed002,
  '003': seed003,
  '004': seed004,
};

/** The traps of a seed that a reading walked into. */
export const sprung = (seed: string, reading: Reading): string[] =>
  (traps[seed] ?? []).filter((trap) => !trap.held(reading)).map((trap) => trap.what);

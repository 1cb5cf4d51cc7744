import fc from 'fast-check';
import { FACT_SHEET_ROWS, factSheet } from './fact-sheet.js';
import { LATE_LIST_ROWS, lateList } from './late-list.js';
import { daysLate, type LateWork } from './late-work.js';
import { documentNumber, placeAndDate, placeOf } from './number-and-place.js';
import { signatureLines } from './signature.js';
import { urgingLetter, type UrgingFacts } from './urging-letter.js';

const issuer = { superior: 'Ủy ban nhân dân huyện Mẫu', body: 'Phòng Nội vụ', place: 'Mẫu' };
const signature = { authority: [], title: 'Trưởng phòng', name: null };
const asOf = new Date('2023-09-25T01:00:00Z');
const work = (unit: string, title = 'Báo cáo'): LateWork => ({
  unit,
  title,
  state: 'open',
  dueAt: new Date('2023-09-20T16:59:59.999Z'),
});
const facts = (works: LateWork[], more: Partial<UrgingFacts> = {}): UrgingFacts => ({
  id: 'l1',
  issuer,
  signature,
  recipients: [],
  day: null,
  asOf,
  number: { number: null, symbol: null },
  campaign: 'Phong trào mẫu',
  plan: { number: null, day: null, issuer: 'UBND huyện Mẫu' },
  receiver: 'Phòng Nội vụ',
  works,
  byDay: null,
  ...more,
});
const text = (rows: Record<string, string>[] | undefined) => rows!.flatMap((row) => Object.values(row)).join('\n');

describe('number, place and date as the decree writes them', () => {
  it('puts a zero before a number below ten, and leaves a draft room for it', () => {
    expect(documentNumber({ number: 5, symbol: 'CV-PNV' })).toBe('Số: 05/CV-PNV');
    expect(documentNumber({ number: 10, symbol: 'KH-UBND' })).toBe('Số: 10/KH-UBND');
    expect(documentNumber({ number: null, symbol: 'PNV' })).toMatch(/^Số: {8}\/PNV$/);
  });

  it.each([
    ['2026-02-05', 'Sơn La, ngày 05 tháng 02 năm 2026'],
    ['2026-03-10', 'Sơn La, ngày 10 tháng 3 năm 2026'],
    ['2026-12-31', 'Sơn La, ngày 31 tháng 12 năm 2026'],
  ])('%s: %s', (day, written) => expect(placeAndDate('Sơn La', day)).toBe(written));

  it('leaves day and month of a draft to the hand', () => {
    expect(placeAndDate('Sơn La', null, 2026)).toMatch(/^Sơn La, ngày +tháng +năm 2026$/);
  });

  it.each([
    ['Ủy ban nhân dân huyện Tam Đường', 'Tam Đường'],
    ['Tỉnh Sơn La', 'Sơn La'],
    ['Xã Bản Bo', 'Bản Bo'],
    ['Phường 1', 'Phường 1'],
    ['Phòng Nội vụ', 'Phòng Nội vụ'],
  ])('the place of %s is %s', (name, place) => expect(placeOf(name)).toBe(place));
});

describe('who signs, and for whom', () => {
  it.each([
    [[{ form: 'TM', of: 'Ủy ban nhân dân' }], 'Chủ tịch', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    [
      [
        { form: 'TM', of: 'Ủy ban nhân dân' },
        { form: 'KT', of: 'Chủ tịch' },
      ],
      'Phó Chủ tịch',
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ],
    [[{ form: 'TL', of: 'Chủ tịch' }], 'Trưởng phòng Nội vụ', ['TL. CHỦ TỊCH', 'TRƯỞNG PHÒNG NỘI VỤ']],
    [[{ form: 'TUQ', of: 'Giám đốc' }], 'Trưởng phòng', ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG']],
    [[{ form: 'Q', of: '' }], 'Giám đốc', ['Q. GIÁM ĐỐC']],
    [[], 'Trưởng phòng', ['TRƯỞNG PHÒNG']],
  ] as const)('%j %s', (authority, title, lines) => {
    expect(signatureLines({ authority: [...authority], title, name: null })).toEqual(lines);
  });
});

describe('the urging letter', () => {
  it('writes to one unit by name and names the one piece of work as its subject', () => {
    const { fields, lists } = urgingLetter(facts([work('Xã A', 'Báo cáo quý I')]));
    expect(fields['trich_yeu']).toBe('V/v đôn đốc thực hiện “Báo cáo quý I”');
    expect(lists['kinh_gui']).toEqual([{ dong: 'Kính gửi: Xã A' }]);
    expect(lists['viec_cham']).toEqual([
      {
        tt: '1',
        don_vi: 'Xã A',
        viec: 'Báo cáo quý I',
        trang_thai: 'đang mở',
        han: '24:00 ngày 20/09/2023',
        so_ngay: '5',
      },
    ]);
    expect(text(lists['ket_thuc'])).toContain('trong thời gian sớm nhất');
    expect(lists['noi_nhan']).toEqual([{ dong: '- Lưu: VT.' }]);
  });

  it('lists several units once each, and says that the day it asks for moves no deadline', () => {
    const { fields, lists } = urgingLetter(
      facts([work('Xã A'), work('Xã B'), work('Xã A', 'Giao ước')], { byDay: '2023-09-29' }),
    );
    expect(fields['trich_yeu']).toContain('phong trào thi đua “Phong trào mẫu”');
    expect(text(lists['kinh_gui'])).toBe('Kính gửi:\n- Xã A;\n- Xã B.');
    expect(text(lists['mo_dau'])).toContain('2 đơn vị còn 3 việc quá hạn');
    expect(text(lists['ket_thuc'])).toMatch(/chậm nhất ngày 29\/09\/2023[^]*không thay thế thời hạn đã giao/);
  });
});

describe('the list of late units', () => {
  const list = (works: LateWork[], total = works.length) =>
    lateList({ id: 'd1', issuer, signature, recipients: [], asOf, campaign: 'Mẫu', works, total });

  it('counts units and work, and says what it leaves out', () => {
    expect(text(list([work('A'), work('A'), work('B')], 10).lists['tong_hop'])).toBe(
      'Tổng số: 2 đơn vị, 3 việc quá hạn chưa hoàn thành.\nNgoài ra còn 7 việc quá hạn không liệt kê ở đây.',
    );
    expect(text(list([]).lists['tong_hop'])).toBe('Không có đơn vị nào chậm.');
  });

  it('numbers every row once, never more than a list holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LATE_LIST_ROWS + 5 }), (n) => {
        const rows = list(Array.from({ length: n }, () => work('A'))).lists['viec_cham']!;
        expect(rows.map(({ tt }) => Number(tt))).toEqual(
          Array.from({ length: Math.min(n, LATE_LIST_ROWS) }, (_, i) => i + 1),
        );
      }),
      { numRuns: 10 },
    );
  });

  it('counts days late by local days, one at the least', () => {
    const due = new Date('2023-09-20T16:59:59.999Z');
    expect(daysLate(due, new Date('2023-09-20T17:00:00Z'))).toBe(1);
    expect(daysLate(due, new Date('2023-09-22T16:59:00Z'))).toBe(2);
    expect(daysLate(new Date('2023-09-20T02:00:00Z'), new Date('2023-09-20T03:00:00Z'))).toBe(1);
  });
});

describe('the fact sheet', () => {
  const sheet = (times: number, ground = 'Mưa lũ') =>
    factSheet({
      id: 'p1',
      issuer,
      asOf,
      campaign: 'Mẫu',
      title: 'Báo cáo',
      unit: 'Xã A',
      receiver: 'Phòng Nội vụ',
      state: 'open',
      originalDueAt: new Date('2023-09-15T16:59:59.999Z'),
      dueAt: new Date('2023-09-20T16:59:59.999Z'),
      submittedAt: null,
      onTime: null,
      late: true,
      reminders: Array.from({ length: times }, (_, n) => ({
        at: new Date(Date.UTC(2023, 8, 30 - n)),
        act: 'remind',
        to: 'Đầu mối',
        outcome: 'sent',
        sentAt: null,
        openedAt: null,
      })),
      extensions: times ? [{ at: asOf, by: 'Trưởng phòng', decision: 'granted', day: '2023-09-20', ground }] : [],
      returns: [],
    }).lists;

  it('says both due dates and how late it is', () => {
    expect(text(sheet(1)['tom_tat'])).toMatch(
      /24:00 ngày 15\/09\/2023[^]*24:00 ngày 20\/09\/2023[^]*5 ngày[^]*chưa nộp/,
    );
  });

  it('says that there is nothing instead of leaving a table empty', () => {
    const { nhac_viec, tra_lai } = sheet(0);
    expect([nhac_viec, tra_lai]).toEqual([
      [{ ngay: '–', noi_dung: 'Không có', nguoi_nhan: '–', ket_qua: '–' }],
      [{ ngay: '–', ly_do: 'Không có', nguoi_tra: '–' }],
    ]);
  });

  it('shows the newest, oldest first, and the number of the others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (times) => {
        const rows = sheet(times)['nhac_viec']!;
        const kept = Math.min(times, FACT_SHEET_ROWS.reminders);
        const days = rows.slice(-kept).map(({ ngay }) => ngay);
        expect(days).toEqual([...days].sort());
        expect(days.at(-1)).toBe('30/09/2023');
        expect(rows).toHaveLength(kept + (times > kept ? 1 : 0));
        if (times > kept) expect(rows[0]!['noi_dung']).toBe(`và ${times - kept} lần trước đó`);
      }),
    );
  });

  it('keeps a person’s long words short', () => {
    const words = sheet(1, 'rất\ndài '.repeat(100))['gia_han']![0]!['can_cu']!;
    expect(words.length).toBeLessThanOrEqual(100);
    expect(words).toMatch(/^rất dài .*…$/);
  });
});

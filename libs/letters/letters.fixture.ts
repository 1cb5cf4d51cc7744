import { covenantPaper, factSheet, lateList, urgingLetter, type LateWork, type LetterContent } from '#libs/domain';

const issuer = { superior: 'Ủy ban nhân dân huyện Tam Đường', body: 'Phòng Nội vụ', place: 'Tam Đường' };
const signature = {
  authority: [{ form: 'KT' as const, of: 'Trưởng phòng' }],
  title: 'Phó Trưởng phòng',
  name: 'Lò Thị Mẫu',
};
const campaign = 'Chung sức xây dựng nông thôn mới';
const asOf = new Date('2023-09-25T01:00:00Z');
const due = new Date('2023-09-20T16:59:59.999Z');

export const late = (n: number): LateWork[] =>
  Array.from({ length: n }, (_, i) => ({
    unit: `Ủy ban nhân dân xã Mẫu số ${i + 1}`,
    title: 'Báo cáo kết quả thực hiện phong trào 9 tháng đầu năm',
    state: i % 3 === 0 ? 'returned' : 'open',
    dueAt: due,
  }));

const frame = { issuer, asOf, campaign };

/** @param works none shows what a list says then */
export const sampleList = (works = late(40)): LetterContent =>
  lateList({
    ...frame,
    id: 'danh-sach.td-2023.20230925T010000Z',
    signature,
    recipients: ['Ủy ban nhân dân huyện Tam Đường (để báo cáo)'],
    works,
    total: works.length,
  });

export const sampleLetter = (works = late(3)): LetterContent =>
  urgingLetter({
    ...frame,
    id: 'cong-van.td-2023.000000000001',
    day: '2023-10-05',
    number: { number: 5, symbol: 'CV-PNV' },
    plan: { number: '21/KH-UBND', day: '2023-02-03', issuer: 'Ủy ban nhân dân huyện Tam Đường' },
    receiver: 'Phòng Nội vụ',
    signature,
    recipients: ['Như trên', 'Ủy ban nhân dân huyện Tam Đường (để báo cáo)'],
    works,
    byDay: '2023-10-13',
  });

/** The fullest page: more of everything than is shown, the longest words. */
export const sampleSheet = (times = 12): LetterContent =>
  factSheet({
    ...frame,
    id: 'phieu.td-2023.report-1.report.td-x01.main.20230925T010000Z',
    title: 'Báo cáo kết quả thực hiện phong trào 9 tháng đầu năm',
    unit: 'Ủy ban nhân dân xã Bản Bo',
    receiver: 'Phòng Nội vụ',
    state: 'returned',
    originalDueAt: due,
    dueAt: due,
    submittedAt: new Date('2023-09-19T03:00:00Z'),
    onTime: true,
    late: true,
    reminders: Array.from({ length: times }, (_, i) => ({
      at: new Date(Date.UTC(2023, 8, 1 + i)),
      act: ['remind', 'urge', 'escalate'][i % 3]!,
      to: 'Chủ tịch Ủy ban nhân dân xã Bản Bo',
      outcome: ['sent', 'unconfirmed', 'failed'][i % 3]!,
      sentAt: null,
      openedAt: i % 2 ? new Date(Date.UTC(2023, 8, 2 + i)) : null,
    })),
    extensions: Array.from({ length: times }, (_, i) => ({
      at: new Date(Date.UTC(2023, 8, 1 + i)),
      by: 'Trưởng phòng Nội vụ',
      decision: (['granted', 'refused', 'pending'] as const)[i % 3]!,
      day: '2023-09-28',
      ground:
        'Mưa lũ chia cắt đường vào bản, chưa thống kê được số liệu của ba bản vùng cao, xin thêm thời gian để rà soát lại cùng các đoàn thể',
    })),
    returns: Array.from({ length: times }, (_, i) => ({
      at: new Date(Date.UTC(2023, 8, 1 + i)),
      by: 'Chuyên viên Phòng Nội vụ',
      reason:
        'Thiếu số liệu hộ nghèo, số liệu công trình không khớp với biểu tổng hợp của kỳ trước, đề nghị rà soát lại',
    })),
  });

/** A covenant of twelve communes, half of them signed. */
export const sampleCovenant = (parties = 12): LetterContent =>
  covenantPaper({
    ...{ id: 'td-2023.giao-uoc.commune-covenant.td-pnv', issuer, campaign, title: 'Ký giao ước thi đua' },
    version: {
      n: 2,
      hash: 'c0'.repeat(32),
      at: asOf,
      text: 'Các bên cùng cam kết thực hiện.\nGiao ước lập thành một bản.',
    },
    pledges: Array.from({ length: parties }, (_, i) => ({
      ...{ unit: `Ủy ban nhân dân xã Mẫu số ${i + 1}`, target: 'Số công trình', measure: 'công trình', assigned: 10 },
      value: 10.65,
    })),
    parties: Array.from({ length: parties }, (_, i) => ({
      ...{
        unit: `Ủy ban nhân dân xã Mẫu số ${i + 1}`,
        signer: i % 2 ? 'Lò Thị Mẫu, Chủ tịch' : null,
        at: i % 2 ? asOf : null,
      },
    })),
  });

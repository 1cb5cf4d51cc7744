import type { LocalDate } from '#libs/domain';

/** Why a part of a report is sent back. A code that has been used is never taken away: it ends on a day. */
export interface ReturnReason {
  code: string;
  vi: string;
  en: string;
  from: LocalDate;
  /** Last day on which it may be given; null while it holds. */
  to: LocalDate | null;
  source: string;
}

const OURS = 'Mặc định của sản phẩm; không văn bản nào quy định danh mục lý do trả lại';
const since2000 = (code: string, vi: string, en: string): ReturnReason => ({
  ...{ code, vi, en, from: '2000-01-01', to: null, source: OURS },
});

export const returnReasons: ReturnReason[] = [
  since2000('no-evidence', 'Thiếu minh chứng', 'No evidence'),
  since2000('does-not-add-up', 'Số liệu không khớp nhau', 'Figures do not add up'),
  since2000(
    'against-last-period',
    'Chênh lệch lớn so với kỳ trước, chưa giải trình',
    'Unlike the last period, unexplained',
  ),
  since2000('wrong-period', 'Số liệu không đúng kỳ báo cáo', 'Not of this period'),
  since2000('wrong-unit', 'Sai đơn vị tính', 'Wrong unit of measure'),
  since2000('double-counted', 'Trùng với báo cáo của đơn vị khác', 'Counted by another unit too'),
  since2000('missing', 'Thiếu nội dung', 'Missing content'),
  since2000('unclear', 'Nội dung chưa rõ', 'Unclear'),
  since2000('other', 'Lý do khác', 'Other'),
];

/** Reasons that may be given on a day. */
export const returnReasonsOn = (day: LocalDate): ReturnReason[] =>
  returnReasons.filter(({ from, to }) => from <= day && (to === null || day <= to));

import type { FormSection, LocalDate } from '#libs/domain';

/** The usual outline of a campaign report, where plan and officer name none. */
export interface ReportOutline {
  /** First day on which it holds. */
  from: LocalDate;
  sections: FormSection[];
  source: string;
}

const section = (id: string, title: string): FormSection => ({ id, title, of: 'outline', required: false });

/** Latest first. */
export const reportOutlines: ReportOutline[] = [
  {
    from: '2000-01-01',
    sections: [
      section('direction', 'Công tác chỉ đạo, triển khai'),
      section('results', 'Kết quả thực hiện'),
      section('exemplars', 'Gương điển hình, cách làm hay'),
      section('limits', 'Tồn tại, hạn chế và nguyên nhân'),
      section('difficulties', 'Khó khăn, vướng mắc'),
      section('proposals', 'Nhiệm vụ kỳ tới và kiến nghị, đề xuất'),
    ],
    source:
      'Mặc định của sản phẩm theo lối báo cáo chung; kế hoạch của tỉnh Sơn La (văn bản mẫu 000) yêu cầu phản hồi khó khăn, vướng mắc',
  },
];

/** @throws RangeError on a day before the first outline */
export function reportOutlineOn(day: LocalDate): readonly FormSection[] {
  const outline = reportOutlines.find(({ from }) => from <= day);
  if (!outline) throw new RangeError(`no report outline on ${day}`);
  return outline.sections;
}

import { ancestors, type Paragraph } from './paragraphs.js';

/** What a part of a plan is about, told by its heading. */
export type Zone =
  'results' | 'purpose' | 'targets' | 'content' | 'time' | 'award' | 'scoring' | 'organise' | 'reporting' | 'funding';

/** First match wins; read against the first 120 letters of a heading. */
const HEADINGS: [Zone, RegExp][] = [
  ['funding', /^(?:về )?(?:nguồn )?kinh phí|^dự toán kinh phí|^nguồn lực thực hiện|^kinh phí/],
  [
    'scoring',
    /bảng (?:điểm|chấm điểm|tiêu chí)|thang điểm|chấm điểm|cách (?:tính|cho) điểm|điểm thưởng|điểm trừ|điểm cộng|phương pháp (?:chấm|tính)|^tiêu chí (?:và|,)? ?(?:chấm|đánh giá|bình xét)/,
  ],
  [
    'award',
    /^(?:\S+ ){0,4}khen thưởng(?! (?:phường|xã|tỉnh|huyện|thành phố))|tiêu chuẩn (?:xét|khen|bình)|số lượng (?:khen|xét|đề nghị)|hình thức (?:và số lượng )?khen|đối tượng(?:,| và) (?:tiêu chuẩn|hình thức)|cơ cấu giải|giải thưởng|hồ sơ (?:đề nghị|khen)|xét tặng|bình xét|danh hiệu thi đua/,
  ],
  [
    'reporting',
    /(?:chế độ|thông tin|công tác|thời hạn)[^.;]{0,20} báo cáo|^báo cáo|sơ kết,? tổng kết|^sơ kết|^tổng kết|kiểm tra, (?:giám sát|báo cáo)/,
  ],
  [
    'results',
    /^(?:đánh giá |một số )?(?:kết quả|tình hình|khái quát|đặc điểm|thực trạng|những kết quả|ưu điểm|tồn tại|hạn chế|những tồn tại|nguyên nhân|thành tích)(?! (?:cần đạt|phấn đấu|mong|dự kiến))|^bối cảnh|^sơ kết|^đánh giá/,
  ],
  ['targets', /chỉ tiêu|^mục tiêu(?! ?,? ?yêu cầu)|mục tiêu cụ thể|lĩnh vực/],
  ['purpose', /mục đích|yêu cầu|quan điểm|ý nghĩa/],
  ['time', /^thời gian|tiến độ|các đợt|lộ trình|^thời hạn|kế hoạch thời gian/],
  ['content', /nội dung|nhiệm vụ|giải pháp|biện pháp|hoạt động|trọng tâm|đăng ký/],
  ['organise', /tổ chức thực hiện|phân công|trách nhiệm|triển khai thực hiện|tổ chức triển khai/],
];

const isHeading = (paragraph: Paragraph): boolean =>
  paragraph.text.length < 220 || (paragraph.marker.kind !== 'none' && paragraph.text.length < 300);

export function headingZone(paragraph: Paragraph): Zone | null {
  if (!isHeading(paragraph) || ['dash', 'plus'].includes(paragraph.marker.kind)) return null;
  if (paragraph.marker.kind === 'none' && !/[:.]$/.test(paragraph.low) && paragraph.low.length > 90) return null;
  if (paragraph.marker.kind === 'none' && paragraph.low.endsWith('.')) return null;
  if (/\d ?%|tỷ đồng|triệu đồng/.test(paragraph.low)) return null;
  const head = paragraph.low.slice(0, 120);
  return HEADINGS.find(([, pattern]) => pattern.test(head))?.[0] ?? null;
}

const cache = new WeakMap<Paragraph, Zone | null>();

/** The zone of the nearest heading above a paragraph that says one; results of the past count before anything nearer. */
export function zoneOf(paragraph: Paragraph): Zone | null {
  const known = cache.get(paragraph);
  if (known !== undefined) return known;
  let zone: Zone | null = null;
  for (const up of ancestors(paragraph)) {
    const here = headingZone(up);
    if (here === 'results') {
      zone = here;
      break;
    }
    zone ??= here;
  }
  cache.set(paragraph, zone);
  return zone;
}

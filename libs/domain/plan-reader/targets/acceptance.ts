import { writtenComparator } from '../numbers/comparators.js';
import type { Quantity } from '../numbers/quantities.js';
import { CONTENT_NOUNS } from '../numbers/units.js';
import type { Statement } from './statement.js';

const GOAL =
  /phấn đấu|phân đấu|phần đấu|phân đầu|phấn đầu|chỉ tiêu|mục tiêu|ít nhất|tối thiểu|không quá|tối đa|trở lên|hoàn thành|đạt|tăng|giảm/;
const ACT =
  /(?:xây dựng|xây mới|xây|làm|rải|sửa chữa|cải tạo|nâng cấp|hoàn thiện|hoàn thành|thành lập|lắp đặt|tổ chức|ra mắt|khởi công|trồng|trao|tặng|hỗ trợ|vận động|kết nạp|giải quyết|tạo|thu hút|đào tạo|tập huấn|bồi dưỡng|phát triển|phát hiện|giúp|giúp đỡ|huy động|mở|cấp|nhân rộng|đăng ký|nhận|duy trì|công nhận|bê tông hóa|cứng hóa|xóa|có|đạt|thu|biên soạn|thông xe|phủ sóng|chuyển đổi|tham gia|đóng góp|ủng hộ|thu gom|nạo vét|chăm sóc|tiết kiệm|cắt giảm|đón|hiến|tiếp nhận|khám|cai nghiện|đưa|quyên góp|giới thiệu)(?![a-zA-ZÀ-ỹ])/;
/** "Mỗi chi đoàn thực hiện 01 …": one for each is asked for, whatever the verb. */
const EACH_DOES =
  /(?:^|[\s,])(?:mỗi|từng) [a-zA-ZÀ-ỹ, -]{2,60} (?:thực hiện|đảm nhận|triển khai|phụ trách|đỡ đầu|chọn|viết|sử dụng)\s*$/;
/** "Phấn đấu năm 2026 đổ bê tông 12.000 m2": a short deed between the word of aiming and the number. */
const AIMED_DEED = /phấn đấu(?: (?:đến |trong )?(?:hết )?năm #{4},?)?(?: [a-zA-ZÀ-ỹ]+){1,3}\s*$/;
const VERB_ONLY = new RegExp(`^(?:thực hiện|bảo đảm|đảm bảo|giữ vững|${ACT.source.replace('(?![a-zA-ZÀ-ỹ])', '')})$`);

/** "còn dưới 3%", "tăng 8% so với …" behind a target: the same thing again, at another time or against another base. */
export const CONTINUES = /(?:còn|xuống|lên|đạt|tăng|giảm|vượt)(?: [a-zà-ỹ]+){0,2}\s*$|^[\s,]*và\s*$/;

/** Nothing but a verb stands before the number: what is measured follows it. */
export const isVerbOnly = (name: string): boolean => name.split(' ').length <= 2 && VERB_ONLY.test(name);

/** Whether the words around a number ask for it: shares and money nearly always, counts only with a goal or an act. */
export function accepted(
  q: Quantity,
  left: string,
  right: string,
  numberFirst: boolean,
  measured: string,
  statement: Statement,
): boolean {
  if (statement.zone === 'award' && (q.kind === 'money' || /^(?:tập thể|cá nhân|giải|hộ|đơn vị)/.test(q.unit)))
    return false;
  if (q.kind === 'none')
    return (
      /(?:điểm|bậc|hạng|chỉ số|hệ số|tuổi thọ)/.test(measured) &&
      /(?:đạt|là|:|trên|dưới|ít nhất)\s*$/.test(left) &&
      !CONTENT_NOUNS.test(right.trim())
    );
  if (q.kind === 'share' && /(?:phấn đấu|chỉ tiêu)[\s:a-zà-ỹ]*$/.test(left)) return true;
  if (q.kind === 'share') return measured.length > 1 || !numberFirst || statement.bracket || CONTINUES.test(left);
  if (q.kind === 'money') return !numberFirst || GOAL.test(left) || ACT.test(left);
  if (/^(?:tiêu chí|chỉ tiêu|lần|đợt|cuộc|buổi)(?![a-zA-ZÀ-ỹ])/.test(q.unit)) {
    return (
      /(?:ít nhất|tối thiểu|không quá|tăng|thêm|tổ chức|giữ vững|duy trì|đạt)\s*(?:đạt |là |thêm |đủ )?$/.test(left) &&
      !/các|những/.test(left.slice(-15)) &&
      !/^ ?(?:sau|trên|dưới|trong|:)/.test(right)
    );
  }
  if (/(?:gồm|bao gồm|tại|trong|của|thuộc|cho|với|và|các|ở|cụm|khối|toàn)\s*$/.test(left.replace(/^[\s,]*và\s*/, ''))) {
    return (
      /(?:làm điểm|thí điểm|triển khai|xây dựng mô hình|giải quyết việc làm|việc làm|hỗ trợ|đào tạo|tập huấn|bồi dưỡng)/.test(
        left,
      ) && /(?:tại|cho|ở|với)\s*$/.test(left)
    );
  }
  if (!numberFirst)
    return (
      /:\s*\S*$|(?:đạt|là|còn|có|lên|từ|ít nhất|tối thiểu|khoảng|trên|không quá|thêm|tăng|giảm|hơn|được|cho)\s*$/.test(
        left,
      ) ||
      lastWords(left, ACT) ||
      AIMED_DEED.test(left) ||
      /^(?:số|tổng|diện tích|sản lượng|quy mô|vốn|giá trị|thu|doanh thu|khối lượng) /.test(measured) ||
      writtenComparator(left, right) !== null
    );
  return (
    /^[\s,]*(?:và )?$/.test(left) ||
    writtenComparator(left, right) !== null ||
    GOAL.test(left) ||
    ACT.test(left) ||
    EACH_DOES.test(left)
  );
}

const lastWords = (left: string, pattern: RegExp): boolean => pattern.test(left.slice(-40));

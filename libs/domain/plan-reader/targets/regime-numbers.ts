import type { Quantity } from '../numbers/quantities.js';
import type { Statement } from './statement.js';

/** Numbers of the regime itself: votes, points, money of awards, staff of a committee. */
const NOT_A_GOAL =
  /phiếu|(?:số|tổng|thang|cộng|trừ|được|đạt|tối đa|từ) ?(?:[\d#,]+ ?)?điểm|điểm (?:thưởng|trừ|cộng)|tiền thưởng|mức thưởng|mức chi|(?<!tổng )kinh phí|trị giá|giải (?:nhất|nhì|ba|khuyến khích)|lương cơ sở|hội đồng gồm|gồm có|dân số (?:trung bình|toàn|là|có)|đề nghị (?:tặng|khen)|suy tôn|xét tặng|tặng (?:bằng|giấy|cờ)|diện tích tự nhiên|nhân khẩu|dân tộc thiểu số|mức hỗ trợ|mức đóng|phạt|tổng diện tích tự nhiên|\d ?(?:%|[a-zA-ZÀ-ỹ]+) (?:thành viên|ủy viên)/;

/** Awards and their number are quotas, marks are scoring: neither is a goal. */
const AWARDS = /khen thưởng|bằng khen|giấy khen|cờ thi đua|xét tặng|suy tôn|biểu dương|tuyên dương|tôn vinh/;
const AWARDED = /^(?:số )?(?:tập thể|cá nhân|trường hợp|đơn vị|giải)(?![a-zà-ỹ])/;
const MARKED =
  /(?:không|được|tính|trừ|cộng|chấm|cho|thưởng) (?:[a-zà-ỹ]+ ){0,3}[\d#,]* ?điểm|^[\s]*xếp (?:loại|hạng)|hạng (?:xuất sắc|tốt|khá)|^[\s]*(?:hạng|loại) (?:xuất sắc|tốt|khá|trung bình|yếu|a|b|c)/;
/** Funds, interest, a cap on titles: rules of the regime. */
const REGIME_MONEY = /(?:^|[\s,])(?<!tổng )kinh phí (?:tổ chức|thực hiện|dự kiến|phục vụ|khen)|lãi suất|mức vay/;
const CAPPED_TITLE = /danh hiệu|chiến sĩ thi đua|lao động tiên tiến/;
/** Who came, who belongs to a committee. */
const ATTENDED =
  /gồm [^;.]{0,60}(?:thành viên|ủy viên)|(?:tham dự|dự (?:lễ|hội nghị)|có mặt|với sự tham gia)|chỉ đạo, kiểm tra/;
/** A report of a ceremony opens with its guests: every number of that sentence counts them. */
const GUESTS =
  /^\s*(?:(?:tới|đến|về|cùng|tham) )?dự (?:lễ|buổi|hội nghị|hội thảo|chương trình|cuộc họp|đại hội)|^\s*có mặt/;
/** "hộ có thu nhập từ 300 triệu đồng trở lên": which households are meant, no level to reach. */
const OWNED =
  /(?:hộ|mô hình|doanh nghiệp|trang trại|hợp tác xã|gia đình|người)[^;:\d]{0,60} có (?:thu nhập|doanh thu|lợi nhuận|mức|diện tích)[^,;:]{0,30}$/;
/** Points of an index that others measure are a goal, points of the plan's own marking are not. */
const INDEX = /chỉ số|par ?index|sipas|papi|pci(?![a-z])|ddci|dti(?![a-z])|điểm (?:trung bình|bình quân|thi)/;

/** "thang điểm 10; lớp có điểm trung bình từ 9,5 điểm xếp loại Tốt": an average of marks that are given here. */
function marksScale({ paragraph, sentence, end }: Statement, low: string): boolean {
  if (!/điểm (?:trung bình|bình quân)/.test(low) || /phấn đấu|mục tiêu|chỉ tiêu/.test(low)) return false;
  return /chấm điểm|thang điểm|xếp (?:loại|hạng|thứ)/.test(
    paragraph.low.slice(Math.max(sentence, end - 400), end + 60),
  );
}

/** True for a number that belongs to the rules of the campaign or to its story, and asks for nothing. */
export function isRegimeNumber(
  statement: Statement,
  head: Quantity,
  all: Quantity[],
  low: string,
  masked: string,
): boolean {
  const left = masked.slice(0, head.start);
  const right = masked.slice(head.end);
  const index = INDEX.test(low) && !(head.unit === 'điểm' && marksScale(statement, low));
  if (!index && NOT_A_GOAL.test(low.slice(Math.max(0, head.start - 30), head.end + 30))) return true;
  if (!index && (head.unit === 'điểm' || MARKED.test(statement.low))) return true;
  if (AWARDS.test(statement.low) && (AWARDED.test(head.unit) || AWARDED.test(right.trimStart()))) return true;
  const sentence = statement.paragraph.low.slice(statement.sentence, statement.sentence + 80);
  if (GUESTS.test(sentence) || ATTENDED.test(statement.low) || REGIME_MONEY.test(left)) return true;
  if (CAPPED_TITLE.test(left) && /không quá|tối đa/.test(left)) return true;
  return OWNED.test(left) && /^[^,;]{0,40}trở lên/.test(right) && all.length === 1;
}

/** What should fall: a bare "đạt N" of these means at most. Folded words; data, extend freely. */
const BAD =
  /hộ nghèo|cận nghèo|nghèo đa chiều|tái nghèo|tỷ lệ nghèo|suy dinh dưỡng|thấp còi|nhẹ cân|tử vong|tỷ suất chết|mắc bệnh|mắc mới|nhiễm hiv|sinh con thứ|tảo hôn|hôn nhân cận huyết|tai nạn|tội phạm|phạm tội|phạm pháp|vi phạm|cháy|bỏ học|lưu ban|yếu kém|yếu, kém|loại yếu|học lực yếu|thất nghiệp|thiếu việc làm|nợ xấu|nợ đọng|nợ thuế|nợ bảo hiểm|chậm đóng|thất thoát|thất thu|tồn đọng|quá hạn|trễ hạn|chậm hạn|tổn thất|hao hụt|sai sót|sai hỏng|phế phẩm|sản phẩm lỗi|tỷ lệ lỗi|khiếu nại|vượt cấp|nhà tạm|dột nát|phát thải|ùn tắc|tệ nạn|nghiện|bạo lực|lạm phát|giá tiêu dùng|sinh thô|mất cân bằng giới tính|tỷ số giới tính|nghỉ việc|biến động lao động|chi phí|giá thành|suất tiêu hao|tiêu hao|tồn kho|mù chữ|khuyết tật sản phẩm|thất thu|tổn thất điện/;
/** Turns a bad thing into a good deed: handled, escaped, covered, prevented. */
const DEED =
  /thoát nghèo|giải quyết|xử lý|khắc phục|điều tra|khám phá|phát hiện|triệt phá|thu hồi|được |có thẻ|tham gia|tiếp cận|phòng, chống|phòng chống|không (?:có |để |còn |vi |sinh |phát )|xóa|xoá|hỗ trợ|giúp|cai nghiện|giảm|an toàn|đúng hạn|kiểm soát|sử dụng|vay vốn|thu nợ/;

export const lowerIsBetter = (name: string): boolean => BAD.test(name) && !DEED.test(name);

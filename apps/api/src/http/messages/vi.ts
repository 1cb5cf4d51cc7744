import type { ProblemCode } from '#libs/contracts/http/index.js';

/** Vietnamese: titles of problems by status, and the sentences of problems made at the way in. */
export const titlesVi: Record<number, string> = {
  400: 'Dữ liệu gửi lên chưa đúng',
  401: 'Chưa đăng nhập',
  403: 'Không có quyền',
  404: 'Không tìm thấy',
  405: 'Không hỗ trợ',
  406: 'Không có dạng được yêu cầu',
  409: 'Không thực hiện được lúc này',
  410: 'Không còn nữa',
  412: 'Không cùng giao thức',
  413: 'Dữ liệu quá lớn',
  415: 'Kiểu dữ liệu không được nhận',
  422: 'Yêu cầu trùng khóa',
  423: 'Đang bận',
  429: 'Quá nhiều yêu cầu',
  460: 'Sai mã kiểm tra',
  500: 'Lỗi hệ thống',
  503: 'Tạm thời chưa phục vụ được',
};

export const problemsVi: Record<ProblemCode, string> = {
  'bad-input': 'Có trường chưa đúng, xem từng trường.',
  'bad-json': 'Nội dung gửi lên không phải là JSON đúng.',
  'too-large': 'Nội dung gửi lên vượt giới hạn {limit}.',
  'wrong-media-type': 'Chỉ nhận nội dung JSON (application/json).',
  'key-missing': 'Thiếu hoặc sai khóa chống trùng Idempotency-Key.',
  'sign-in-required': 'Cần đăng nhập để thực hiện việc này.',
  'sign-in-unknown': 'Không nhận ra tài khoản.',
  'no-policy': 'Đường dẫn này chưa được cấp quyền cho ai.',
  'leaders-only': 'Chỉ quản trị và cơ quan phát động, thường trực của phong trào xem được danh sách này.',
  'bounce-secret':
    'Sai hoặc thiếu khóa bí mật của cổng nhận thư báo trả về (MAIL_BOUNCE_SECRET), hoặc cổng chưa được bật.',
  'not-found': 'Không tìm thấy “{id}”.',
  'no-such-route': 'Không có đường dẫn này.',
  'plan-refused': 'Kế hoạch chưa đủ điều kiện, xem từng điểm.',
  'gate-open': 'Chưa dự báo được: kế hoạch còn thiếu, xem từng điểm.',
  'draft-stale':
    'Bản nháp đã được lưu ở nơi khác (bạn thấy bản {seen}, hiện là bản {current}). Cả hai bản được giữ để chọn.',
  'clock-not-set':
    'Hệ thống chạy theo giờ giả lập (CLOCK=stepped) nhưng giờ chưa được đặt. Hãy thử lại khi chương trình điều khiển giờ đã chạy, hoặc chạy với CLOCK=real.',
  'live-stream': 'Địa chỉ này chỉ phát dòng sự kiện: yêu cầu phải ghi Accept: text/event-stream.',
  'live-full': 'Chức danh này đã mở quá nhiều trang cùng lúc. Trang vẫn tự cập nhật, chỉ thưa hơn.',
  'store-away': 'Cơ sở dữ liệu đang tạm ngừng, việc này chưa được ghi nhận. Hãy thử lại sau ít giây với cùng khóa.',
  unexpected:
    'Hệ thống gặp lỗi, việc này có thể chưa được ghi nhận. Hãy thử lại với cùng khóa; nếu vẫn lỗi, báo quản trị kèm mã {trace}.',
};

export const fieldsVi = {
  revision: 'phải là số bản đã thấy, ví dụ "3"',
  revisionTwice: 'khác với If-Match',
  figureUnknown: 'chỉ tiêu này không được hỏi ở đây',
  fileMissing: 'thiếu tệp (phần file của biểu mẫu)',
  figureTwice: 'chỉ tiêu này đã ghi ở dòng khác',
};

/** What keeps a notification from being read as a bounce of ours. */
export const bouncesVi = {
  'not-a-report': 'không phải thư báo kết quả gửi (thiếu phần message/delivery-status, RFC 3464)',
  'no-token': 'không chỉ ra thư nào: địa chỉ nhận không có dấu của thư và không kèm thư gốc',
  'no-recipient': 'không nêu kết quả của người nhận nào (thiếu Action)',
};

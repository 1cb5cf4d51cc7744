/** Vietnamese: refusals at the door, words of what one may do. */
export const accessVi = {
  'sign-in-required': 'Cần đăng nhập để thực hiện việc này.',
  'sign-in-unknown':
    'Không nhận ra tài khoản. Tài khoản thử có dạng “Bearer dev:<mã chức danh>”, ví dụ dev:td-x01:focal.',
  'sign-in-off': 'Hệ thống chưa bật cách đăng nhập nào.',
  'sign-in-ended':
    'Phiên đăng nhập đã hết hạn hoặc đã được kết thúc. Hãy đăng nhập lại; điều đang nhập trên trang không mất.',
  'development-off': 'Tài khoản thử không được bật ở đây. Hãy đăng nhập bằng tài khoản của bạn.',
  'post-none': 'Hôm nay bạn không giữ chức danh nào, nên chưa xem hay làm được việc gì.',
  'post-choose': 'Bạn giữ nhiều chức danh. Hãy chọn chức danh đứng tên.',
  'post-not-yours': 'Hôm nay bạn không giữ chức danh này.',
  'cross-site': 'Yêu cầu đến từ một trang khác nên không được nhận.',
  'no-policy': 'Đường dẫn này chưa được cấp quyền cho ai.',
  'action.read': 'xem',
  'action.draft': 'lập dự thảo cho',
  'action.prepare': 'chuẩn bị phát động cho',
  'action.suspend': 'tạm dừng',
  'action.resume': 'tiếp tục',
  'action.urge': 'lập công văn đôn đốc về',
  'action.keep_template': 'thay mẫu văn bản cho',
  'action.inspect': 'xem lịch sử vận hành của',
  'action.repair': 'xử lý tiến trình của',
  'action.manage': 'quản lý tài khoản của',
  'action.raise_again': 'nêu lại',
  'action.preview': 'xem trước quyết định về thời hạn của',
} as const;

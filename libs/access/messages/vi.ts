/** Vietnamese: refusals at the door, words of what one may do. */
export const accessVi = {
  'sign-in-required': 'Cần đăng nhập để thực hiện việc này.',
  'sign-in-unknown':
    'Không nhận ra tài khoản. Tài khoản thử có dạng “Bearer dev:<mã chức danh>”, ví dụ dev:td-x01:focal.',
  'sign-in-off': 'Hệ thống chưa bật cách đăng nhập nào.',
  'no-policy': 'Đường dẫn này chưa được cấp quyền cho ai.',
  'action.read': 'xem',
  'action.draft': 'lập dự thảo cho',
  'action.prepare': 'chuẩn bị phát động cho',
  'action.suspend': 'tạm dừng',
  'action.resume': 'tiếp tục',
  'action.urge': 'lập công văn đôn đốc về',
  'action.keep_template': 'thay mẫu văn bản cho',
  'action.preview': 'xem trước quyết định về thời hạn của',
} as const;

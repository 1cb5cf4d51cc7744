/** Vietnamese: refusals of accounts, and the letters that open them. */
export const accountsVi = {
  'sign-in-wrong': 'Sai địa chỉ thư hoặc mật khẩu.',
  'sign-in-slow': 'Đã thử nhiều lần. Hãy thử lại sau {seconds} giây, hoặc đặt lại mật khẩu qua thư.',
  'sign-in-busy': 'Đang có nhiều người đăng nhập. Hãy thử lại sau {seconds} giây.',
  'link-wrong': 'Liên kết không đúng, đã dùng hoặc đã hết hạn. Hãy xin liên kết mới.',
  'password-short': 'Mật khẩu cần ít nhất {least} ký tự; nên dùng một câu dễ nhớ gồm nhiều từ.',
  'password-long': 'Mật khẩu dài nhất {most} ký tự.',
  'password-common': 'Mật khẩu này nhiều người dùng hoặc dễ đoán. Hãy chọn một câu khác.',
  'password-old-wrong': 'Mật khẩu hiện tại không đúng.',
  'person-unknown': 'Không có người “{person}”.',
  'person-no-address': '“{person}” chưa có địa chỉ thư, không gửi lời mời được.',
  'person-no-post': '“{person}” hôm nay không giữ chức danh nào.',
  'address-taken': 'Địa chỉ {address} đã là tài khoản của người khác.',
  'account-unknown': '“{person}” chưa có tài khoản.',
  'administrator-there': 'Hệ thống đã có quản trị có tài khoản: {person}. Quản trị mời người khác.',
  'address-not-one': '“{address}” không phải là một địa chỉ thư dạng tên@tên-miền.',
  'invite.subject': 'Lời mời dùng Đôn Đốc',
  'invite.text':
    'Kính gửi {name},\n\nQuản trị mời bạn dùng hệ thống Đôn Đốc. Mở liên kết sau để đặt mật khẩu; liên kết dùng một lần, đến {until}:\n\n{link}\n\nTên đăng nhập là địa chỉ thư này. Nếu bạn không chờ thư này, hãy bỏ qua: không có gì thay đổi.',
  'reset.subject': 'Đặt lại mật khẩu Đôn Đốc',
  'reset.text':
    'Kính gửi {name},\n\nCó người xin đặt lại mật khẩu cho địa chỉ này. Mở liên kết sau để đặt mật khẩu mới; liên kết dùng một lần, đến {until}:\n\n{link}\n\nNếu không phải bạn, hãy bỏ qua thư này: mật khẩu không đổi.',
} as const;

export type AccountText = keyof typeof accountsVi;

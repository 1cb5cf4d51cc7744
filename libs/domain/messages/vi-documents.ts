/** Vietnamese: why no text could be brought out of an uploaded file (`libs/documents`). */
export const viDocuments = {
  'document-empty': 'Tệp “{name}” không có chữ nào.',
  'document-too-large': 'Tệp “{name}” vượt {limit} MB. Hãy bỏ bớt ảnh hoặc tách phụ lục rồi gửi lại.',
  'document-unsupported': 'Tệp “{name}” không thuộc loại đọc được. Hệ thống nhận .docx, .pdf có lớp chữ và .txt.',
  'document-old-word':
    'Tệp “{name}” là Word đời cũ (.doc). Hãy mở bằng Word, chọn Lưu thành loại .docx rồi gửi lại tệp mới.',
  'document-image': 'Tệp “{name}” là ảnh, không có lớp chữ. Hãy gửi bản .docx hoặc .pdf xuất từ Word.',
  'document-scanned':
    'Tệp “{name}” là bản quét, không có lớp chữ. Hãy gửi bản .docx, hoặc .pdf xuất từ Word hay đã nhận dạng chữ.',
  'document-locked': 'Tệp “{name}” đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.',
  'document-encoding':
    'Chữ trong tệp “{name}” không phải Unicode (có thể là TCVN3, VNI) hoặc phông không kèm bảng chữ. Hãy chuyển sang Unicode (UTF-8) rồi gửi lại.',
  'document-bomb': 'Tệp “{name}” nén bất thường, bung ra quá lớn nên không được mở.',
  'document-broken': 'Tệp “{name}” bị hỏng hoặc tải lên chưa trọn. Hãy mở thử trên máy rồi gửi lại.',
  'document-too-long':
    'Tệp “{name}” dài quá giới hạn {characters} ký tự hoặc {pages} trang. Hãy gửi riêng phần kế hoạch.',
  'document-too-slow': 'Đọc tệp “{name}” quá {seconds} giây nên đã dừng. Hãy lưu lại thành .docx rồi gửi lại.',
  'document-too-heavy': 'Đọc tệp “{name}” cần quá nhiều bộ nhớ nên đã dừng. Hãy lưu lại thành .docx rồi gửi lại.',
  'document-busy': 'Đang có nhiều tệp chờ đọc. Hãy gửi lại tệp “{name}” sau ít phút.',
  'document-no-plan':
    'Không thấy kế hoạch phong trào nào trong “{name}”: không có tên phong trào, loại văn bản hay chỉ tiêu. Hãy kiểm tra lại tệp.',
  'document-not-vietnamese':
    'Văn bản “{name}” không phải tiếng Việt có dấu nên không đọc được. Hãy gửi bản tiếng Việt.',
} as const;

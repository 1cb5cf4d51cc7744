/** Proposals for defects (`defect.*`) and questions to the officer (`ask.*`), Vietnamese. `{name}` is filled in. */
export const planVi = {
  'defect.blank_number': 'Điền số văn bản; khi chưa có thì dùng số dự thảo và không phát hành ra ngoài.',
  'defect.blank_day': 'Điền ngày ban hành; ngày bắt đầu của phong trào phụ thuộc ngày này.',
  'defect.missing_header': 'Văn bản mất phần đầu (số, ngày): bổ sung từ bản gốc.',
  'defect.duplicate_section_number': 'Có hai mục cùng đánh số “{label}”: đánh số lại mục sau.',
  'defect.parent_date_doubtful':
    'Ngày {date} của văn bản cấp trên không khớp với năm {year} của phong trào: đối chiếu bản gốc.',
  'defect.parent_after_issue': 'Văn bản cấp trên ghi ngày {date}, sau ngày ban hành {issued}: đối chiếu bản gốc.',
  'defect.mixed_document_type': 'Gọi là “{type}” nhưng ký hiệu {number} là của {other}: đối chiếu bản gốc.',
  'defect.implausible_number':
    'Giá trị {value}{unit} của “{name}” khó tin: giữ nguyên, hỏi lại cơ quan soạn thảo, không tự sửa.',
  'defect.target_after_end':
    '{count} chỉ tiêu có hạn {deadline}, sau ngày kết thúc phong trào {end}: tổng kết tạm thời, theo dõi tiếp đến hạn.',
  'defect.deadline_conflict':
    'Hạn {deadline} của “{name}” muộn hơn hạn {heading} ghi ở tiêu đề: xác nhận hạn nào đúng.',
  'defect.share_without_base': '“{name}” là tỷ lệ nhưng không nói trên tổng số nào: ghi rõ mẫu số hoặc số gốc.',
  'defect.target_without_number': '“{name}” không có con số: ghi mức phải đạt hoặc chuyển thành nhiệm vụ.',
  'defect.missing_cadence':
    'Không quy định kỳ báo cáo: đề nghị dùng mặc định 6 tháng và năm (chốt số liệu 14/6, 14/12, gửi sau 2 ngày làm việc; Nghị định 09/2019/NĐ-CP). Đây là mặc định, không phải lời của kế hoạch.',
  'defect.cadence_without_day':
    'Có kỳ báo cáo “{cadence}” nhưng không ghi ngày gửi: đề nghị dùng mặc định chốt số liệu 14/6, 14/12, gửi sau 2 ngày làm việc. Đây là mặc định, không phải lời của kế hoạch.',
  'defect.duplicate_duty':
    '“{first}” và “{second}” cùng được giao đôn đốc, kiểm tra: chọn một cơ quan chịu trách nhiệm, cơ quan kia phối hợp.',
  'defect.missing_award_path':
    'Chưa nói đủ ai đề nghị, ai quyết định khen thưởng: đề nghị dùng đường mặc định đơn vị → cơ quan thường trực thẩm định → người có thẩm quyền.',
  'defect.review_of_other_year':
    'Việc tổng kết, khen thưởng nói về năm {year} trong khi phong trào là năm {campaign}: xác nhận năm.',
  'defect.difference_disagrees': 'Mức chênh lệch {difference} không khớp với từ {from} đến {to} của “{name}”.',
  'defect.event_after_end': 'Sự kiện ngày {date} diễn ra sau khi phong trào kết thúc ({end}): xác nhận ngày kết thúc.',
  'defect.stray_page_number': 'Số “{number}” có vẻ là số trang lẫn vào câu: bỏ khỏi văn bản.',
  'defect.issuer_signature_differ': 'Nội dung ghi {issuer} nhưng ký “{signature}”: thống nhất thẩm quyền.',
  'ask.unclear': '“{name}” {value}{unit}: là tỷ trọng hay mức tăng, tính trên tổng số nào?',
  'ask.unit_mismatch': '“{name}” nói về số lượng nhưng mức đạt là {value}{unit}: xác nhận là tỷ lệ trên tổng số.',
  'ask.range_or_baseline': '“{evidence}”: là khoảng phải đạt, hay hiện có {min} và phấn đấu {max}?',
  'ask.window': '“{evidence}”: tính cho một năm hay cả thời gian phong trào?',
  'ask.points_or_percent': '“{evidence}”: điểm phần trăm hay phần trăm của mức cũ?',
  'ask.bands': 'Các nhóm “{band}” được lưu và đo lũy kế (từ mức dưới trở lên): đồng ý?',
  'ask.baseline': '“{name}”: mức gốc để so sánh là bao nhiêu?',
  'ask.nested': '“{second}” có tính cả “{first}” không?',
  'ask.allocation': 'Chỉ tiêu là của toàn {scope}: phân bổ cho đơn vị, giao chung hay do một cơ quan báo cáo?',
  'ask.proof': '{count} chỉ tiêu là việc hoàn thành hay chưa: chứng cứ nào được chấp nhận (quyết định, biên bản, ảnh)?',
  'ask.horizons': 'Kế hoạch có {count} mốc khác nhau ({deadlines}): mốc nào là ngày kết thúc phong trào?',
  'ask.finished_or_started': '“{evidence}”: phải hoàn thành đến hạn, hay chỉ cần lựa chọn và khởi công?',
  'ask.start_open': 'Phong trào bắt đầu “{text}” nhưng ngày ban hành để trống: ngày bắt đầu là ngày nào?',
  'ask.start_missing': 'Kế hoạch không nói ngày bắt đầu.',
  'ask.end_missing': 'Kế hoạch không nói ngày kết thúc.',
  'ask.school_year': '“{text}” là năm học: ngày bắt đầu và kết thúc theo khung kế hoạch thời gian năm học nào?',
  'ask.parent_rivals': 'Văn bản nào phát động phong trào cấp trên: {documents}?',
  'ask.recipients_brace': 'Dấu ngoặc “{text}” trong Nơi nhận bao những dòng nào?',
  'ask.misplaced': '“{name}” đứng dưới mục “{heading}”: xếp vào lĩnh vực nào?',
  'ask.decimal_mark': '“{evidence}”: dấu phẩy là dấu thập phân hay dấu ngăn hàng nghìn?',
  'ask.deadline_missing': '“{name}” chưa có thời hạn.',
  'ask.no_campaign': 'Văn bản không nói đến một phong trào thi đua: chọn lại văn bản hoặc nhập tay.',
} as const;

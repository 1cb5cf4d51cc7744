/** What the check of a plan finds, Vietnamese. `{where}` is a step and level, or a field. */
export const viFindings = {
  'finding.unknown-unit': '{where}: không có đơn vị {id} trên cây tổ chức của phong trào.',
  'finding.unknown-post': '{where}: không có chức danh {id}.',
  'finding.nobody-owes': '{where}: không đơn vị nào phải thực hiện.',
  'finding.no-collector': '{where}: đơn vị {id} không có cấp trên để nhận báo cáo.',
  'finding.owed-twice': '{where}: đơn vị {id} phải làm cùng một việc hai lần.',
  'finding.own-work': '{where}: đơn vị {id} tự nhận việc của chính mình.',
  'finding.step-twice': 'Hai bước cùng mã {id}.',
  'finding.unknown-step': '{where}: chờ một bước không có trong kế hoạch ({id}).',
  'finding.step-cycle': 'Các bước chờ lẫn nhau: {id}.',
  'finding.skipped-with-duties': '{where}: bước bỏ qua nhưng vẫn giao việc.',
  'finding.ends-before-start': 'Ngày kết thúc {day} trước ngày bắt đầu {other}.',
  'finding.due-before-opening': '{where}: hạn {day} trước ngày mở {other}.',
  'finding.due-from-launch':
    '{where}: hạn đếm từ ngày mở, nhưng bước có ngày mở cố định {day} nên sẽ bị đếm từ ngày lập lịch.',
  'finding.cutoff-too-close': '{where}: hạn {day} không cách ngày chốt số liệu {other} ít nhất một ngày làm việc.',
  'finding.grace-after-lock':
    '{where}: châm chước {day} ngày làm việc dài hơn thời gian đến khóa sổ ({other} ngày làm việc).',
  'finding.periods-overlap': '{where}: kỳ {id} trùng một phần với kỳ {other}.',
  'finding.consolidated-too-early': '{where}: hạn tổng hợp {day} trước hạn của cấp dưới {other}.',
  'finding.target-without-source': 'Chỉ tiêu {id}: chưa rõ đơn vị nào báo số liệu.',
  'finding.target-not-asked': 'Chỉ tiêu {id}: không được hỏi trong báo cáo nào.',
  'finding.target-asked-twice': '{where}: chỉ tiêu {id} được hỏi ở hai cấp.',
  'finding.cross-check-asked': '{where}: {id} chỉ để đối chiếu, không được hỏi.',
  'finding.unknown-target': '{where}: không có chỉ tiêu {id}.',
  'finding.allocation-differs': 'Chỉ tiêu {id}: tổng phân bổ {day} khác mức của kế hoạch {other}.',
  'finding.override-without-units': 'Chỉ tiêu {id}: mức riêng của nhóm {other} không áp dụng cho đơn vị nào.',
  'finding.unknown-ladder': '{where}: không có thang nhắc việc “{id}”.',
  'finding.ladder-same-instant': '{where}: thang “{id}” có hai nấc cùng một ngày, nấc này sẽ che nấc kia.',
  'finding.ladder-too-many':
    '{where}: thang “{id}” nhắc quá dày; nhiều nhất {remind} lần nhắc, {urge} lần đôn đốc, {escalate} lần báo cáo cấp trên.',
  'finding.ladder-no-reminder':
    '{where}: thang “{id}” không nhắc lần nào trong {lastReminder} ngày làm việc trước hạn.',
  'finding.ladder-too-dense': '{where}: thang “{id}” sau hạn càng về sau càng dày; các nấc sau hạn phải thưa dần.',
  'finding.ladder-urges-after-escalation': '{where}: thang “{id}” còn đôn đốc sau khi đã báo cáo cấp trên.',
  'finding.ladder-without-top': '{where}: thang “{id}” không kết thúc bằng báo cáo cấp trên.',
  'finding.ladder-silent-after': '{where}: thang “{id}” im lặng quá {firstAfter} ngày làm việc sau hạn.',
} as const;

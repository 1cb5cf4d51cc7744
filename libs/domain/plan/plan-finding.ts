/** Sentences of the launch gate; `{name}` is filled from the data of a finding. */
const texts = {
  'unknown-unit': '{where}: không có đơn vị {id} trên cây tổ chức của phong trào.',
  'unknown-post': '{where}: không có chức danh {id}.',
  'nobody-owes': '{where}: không đơn vị nào phải thực hiện.',
  'no-collector': '{where}: đơn vị {id} không có cấp trên để nhận báo cáo.',
  'owed-twice': '{where}: đơn vị {id} phải làm cùng một việc hai lần.',
  'own-work': '{where}: đơn vị {id} tự nhận việc của chính mình.',
  'step-twice': 'Hai bước cùng mã {id}.',
  'unknown-step': '{where}: chờ một bước không có trong kế hoạch ({id}).',
  'step-cycle': 'Các bước chờ lẫn nhau: {id}.',
  'skipped-with-duties': '{where}: bước bỏ qua nhưng vẫn giao việc.',
  'ends-before-start': 'Ngày kết thúc {day} trước ngày bắt đầu {other}.',
  'due-before-opening': '{where}: hạn {day} trước ngày mở {other}.',
  'due-from-launch': '{where}: hạn đếm từ ngày mở, nhưng bước có ngày mở cố định {day} nên sẽ bị đếm từ ngày lập lịch.',
  'cutoff-too-close': '{where}: hạn {day} không cách ngày chốt số liệu {other} ít nhất một ngày làm việc.',
  'grace-after-lock': '{where}: châm chước {day} ngày làm việc dài hơn thời gian đến khóa sổ ({other} ngày làm việc).',
  'periods-overlap': '{where}: kỳ {id} trùng một phần với kỳ {other}.',
  'consolidated-too-early': '{where}: hạn tổng hợp {day} trước hạn của cấp dưới {other}.',
  'target-without-source': 'Chỉ tiêu {id}: chưa rõ đơn vị nào báo số liệu.',
  'target-not-asked': 'Chỉ tiêu {id}: không được hỏi trong báo cáo nào.',
  'target-asked-twice': '{where}: chỉ tiêu {id} được hỏi ở hai cấp.',
  'cross-check-asked': '{where}: {id} chỉ để đối chiếu, không được hỏi.',
  'unknown-target': '{where}: không có chỉ tiêu {id}.',
  'allocation-differs': 'Chỉ tiêu {id}: tổng phân bổ {day} khác mức của kế hoạch {other}.',
  'override-without-units': 'Chỉ tiêu {id}: mức riêng của nhóm {other} không áp dụng cho đơn vị nào.',
  'unknown-ladder': '{where}: không có thang nhắc việc “{id}”.',
  'ladder-same-instant': '{where}: thang “{id}” có hai nấc cùng một ngày, nấc này sẽ che nấc kia.',
  'ladder-too-many':
    '{where}: thang “{id}” nhắc quá dày; nhiều nhất {remind} lần nhắc, {urge} lần đôn đốc, {escalate} lần báo cáo cấp trên.',
  'ladder-no-reminder': '{where}: thang “{id}” không nhắc lần nào trong {lastReminder} ngày làm việc trước hạn.',
  'ladder-too-dense': '{where}: thang “{id}” sau hạn càng về sau càng dày; các nấc sau hạn phải thưa dần.',
  'ladder-urges-after-escalation': '{where}: thang “{id}” còn đôn đốc sau khi đã báo cáo cấp trên.',
  'ladder-without-top': '{where}: thang “{id}” không kết thúc bằng báo cáo cấp trên.',
  'ladder-silent-after': '{where}: thang “{id}” im lặng quá {firstAfter} ngày làm việc sau hạn.',
} as const;

export type PlanFindingCode = keyof typeof texts;

export interface PlanFinding {
  code: PlanFindingCode;
  /** Where in the plan: a step and level, or a field. */
  where: string;
  text: string;
}

interface FindingData {
  where: string;
  id?: string;
  day?: string;
  other?: string;
  [bound: string]: string | undefined;
}

export function planFinding(code: PlanFindingCode, data: FindingData): PlanFinding {
  const values: Record<string, string | undefined> = { ...data };
  return {
    code,
    where: data.where,
    text: texts[code].replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole),
  };
}

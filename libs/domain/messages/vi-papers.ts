/** Vietnamese: score sheets, proposals and decisions that cannot be taken as they are. */
export const viPapers = {
  'scores-faulty': 'Bảng điểm có {count} chỗ phải sửa, xem từng chỗ.',
  'not-proposed': '“{item}” không có trong tờ trình nên không được quyết định khen.',
  'named-twice': '“{item}” được ghi hai lần trong danh sách.',
  'fault.score-missing': 'Chưa có điểm của tiêu chí này.',
  'fault.score-twice': 'Tiêu chí này có hai dòng điểm.',
  'fault.score-not-asked': 'Tiêu chí “{criterion}” không chấm bằng tay.',
  'fault.score-above-max': 'Điểm {points} vượt điểm tối đa {max}.',
  'fault.score-unexplained': 'Đơn vị tự chấm {claim}, thẩm tra {points}: phải ghi lý do.',
} as const;

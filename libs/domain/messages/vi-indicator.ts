/** Vietnamese: the catalogue of indicators (danh mục chỉ tiêu). */
export const viIndicator = {
  'indicator-keeper': 'Chỉ tiêu “{id}” do {keeper} quản lý; chỉ cán bộ của đơn vị đó được sửa.',
  'indicator-unit-changed':
    'Chỉ tiêu “{id}” tính bằng “{unit}”, không đổi sang “{wanted}” được vì số liệu cũ và mới sẽ không so sánh được. Hãy lập chỉ tiêu mới rồi ngừng dùng chỉ tiêu này.',
  'indicator-deprecated-before': 'Chỉ tiêu “{id}” đã ngừng dùng từ trước.',
  'indicator-deprecated': 'Chỉ tiêu “{id}” đã ngừng dùng, không dùng để thay thế được.',
  'indicator-twice': 'Chỉ tiêu “{id}” có hai lần trong tệp.',
  'indicator-replaces-itself': 'Chỉ tiêu “{id}” không thể thay thế chính nó.',
  'indicator-stale':
    'Chỉ tiêu “{id}” vừa có phiên bản {current}; bạn đang sửa trên phiên bản {seen}. Hãy xem lại rồi sửa tiếp.',
  'indicator-not-yours': 'Chức danh {post} không được sửa danh mục chỉ tiêu của {keeper}.',
  'method.sum': 'cộng',
  'method.ratio': 'tỷ lệ từ tử số và mẫu số',
  'method.max': 'lớn nhất',
  'method.last': 'kỳ mới nhất',
  'method.band': 'phân nhóm cộng dồn',
  'method.all_done': 'tất cả hoàn thành',
  'field.indicator': 'chỉ tiêu trong danh mục',
  'field.indicators': 'danh mục chỉ tiêu',
} as const;

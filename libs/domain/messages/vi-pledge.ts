/** Vietnamese: what units pledge, alone and together. */
export const viPledge = {
  'pledge.as-assigned': 'bằng chỉ tiêu trên giao',
  'pledge.beyond-percent': '{amount} % so với chỉ tiêu trên giao',
  'pledge.beyond': '{amount} so với chỉ tiêu trên giao',
  'covenant-changed': 'Giao ước đã có bản mới (bạn thấy bản {seen}, hiện là bản {current}). Hãy xem lại.',
  'covenant-without-parties': 'Giao ước không còn bên nào phải ký.',
  'covenant-same': 'Nội dung giống hệt bản đang có.',
  'covenant-unwritten': 'Giao ước chưa có nội dung để ký.',
  'covenant-not-party': 'Đơn vị “{unit}” không phải là bên ký của bản này.',
  'covenant-other-text': 'Mã băm không phải của nội dung đang chờ ký (bản {current}); hãy đọc lại rồi ký.',
  'covenant-signed-already': 'Đơn vị “{unit}” đã ký bản này ({post}).',
  'covenant-same-person': 'Bạn đã ký bản này cho đơn vị “{unit}”; mỗi bên một người ký.',
  'covenant-head-signs':
    'Người ký phải là thủ trưởng đơn vị; chức danh “{post}” chỉ được gửi bản chụp đã ký, nêu người ký.',
  'covenant-signed-together': 'Giao ước này ký chung: hãy ký tại giao ước “{covenant}”.',
  'covenant-target': 'Đơn vị “{unit}” không được hỏi chỉ tiêu “{target}” trong giao ước này.',
  'covenant-twice': '“{unit}” có hai dòng cho chỉ tiêu “{target}”.',
  'covenant-campaign-over': 'Phong trào đã kết thúc hoặc bị hủy, không ký nữa.',
  'target-unknown': 'Phong trào không có chỉ tiêu “{target}”.',
  'target-has-no-shares': 'Chỉ tiêu “{target}” không giao theo phần cho từng đơn vị.',
  'target-not-shared': 'Chỉ tiêu “{target}” không giao cho đơn vị “{unit}”.',
  'target-unmoved': 'Mức của chỉ tiêu “{target}” đã như vậy.',
} as const;

/** Vietnamese: workflows as administrators see them, and what they are refused. */
export const viInspector = {
  'workflow.campaignWorkflow': 'Phong trào “{name}”',
  'workflow.cohortWorkflow': '“{step}” – {level}, nhóm {n}',
  'workflow.sessionWorkflow': 'Phiên họp Hội đồng “{step}”',
  'workflow.dispatchWorkflow': 'Gửi thư {slot}',
  'workflow.instant': 'gửi ngay',
  'engine-away':
    'Máy chủ quy trình (Temporal) đang không trả lời, nên chưa làm được việc này. Hồ sơ vẫn nhận bình thường.',
  'workflow-over': 'Tiến trình {workflow} đã xong, không còn gì để làm lại.',
  'nothing-waits': 'Không thông báo nào chờ tiến trình {workflow} gửi, nên không có gì để làm lại.',
  'nothing-to-retry': 'Tiến trình {workflow} không có hoạt động nào đang chờ thử lại sau khi hỏng.',
  'retry-unsupported':
    'Máy chủ Temporal đang chạy không cho thử lại ngay một hoạt động; hoạt động tự thử lại theo lịch của nó.',
  'finding-gone': 'Không còn thấy lỗi này khi đối chiếu lại: đã được sửa, hoặc hệ thống đã tự làm xong.',
  'finding-by-hand': 'Lỗi này hệ thống không tự sửa được: {repair}.',
} as const;

import type { Outcome } from './outcome.js';

/** The outcome in a few lines for whoever watches the demo. */
export function report({ campaigns, checks }: Outcome, say: (line: string) => void): void {
  say('');
  for (const { code, state, obligations, mails, escalations, proposals } of campaigns) {
    const { expected, onTime, late, never, nil, returned } = obligations;
    say(
      `  ${code}: ${state}; ${expected} báo cáo và giao ước: ${onTime} đúng hạn, ${late} muộn, ${never} không nộp; ${nil} không phát sinh, ${returned} bị trả lại`,
    );
    say(
      `    ${mails.sent} thư đã gửi, ${mails.withdrawn} thu hồi, ${mails.unconfirmed} chưa rõ, ${mails.failed} hỏng; ${escalations} lần báo cáo cấp trên; đề nghị khen ${proposals.length} tập thể`,
    );
  }
  const { oracleDifferences, duplicates, lost, journalVerified } = checks;
  const oracle =
    oracleDifferences === null ? 'không có bộ đối chiếu độc lập' : `đối chiếu độc lập: ${oracleDifferences} sai khác`;
  say(`  ${oracle}; thư trùng ${duplicates}, thư mất ${lost}; sổ ${journalVerified ? 'nguyên vẹn' : 'BỊ SỬA'}`);
}

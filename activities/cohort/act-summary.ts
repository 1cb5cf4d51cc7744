import { actTitle, say, type AgendaEntry } from '#libs/domain';

/** What people read in the engine's own history: "Mở kỳ: 37 việc", "Nhắc trước hạn 2 ngày làm việc: 12 việc". */
export function actSummary(entries: AgendaEntry[], count: number): string {
  const words = entries.map(({ act, rung }) => actTitle(act, rung));
  return say('act.summary', { acts: words.join(', '), count });
}

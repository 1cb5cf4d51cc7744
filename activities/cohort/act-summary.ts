import { say, type AgendaEntry, type MessageCode } from '#libs/domain';

/** What people read in the engine's own history: "Mở kỳ: 37 đơn vị", "Nhắc (r-2): 12 đơn vị". */
export function actSummary(entries: AgendaEntry[], count: number): string {
  const words = entries.map(({ act, rung }) => say(`act.${act}` as MessageCode, { rung }));
  return say('act.summary', { acts: words.join(', '), count });
}

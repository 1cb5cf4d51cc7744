/** Mails that one dispatch sends; a larger morning is shared out over several. Histories stay near a hundred events. */
export const SHARD_SIZE = 5_000;

/** Over how many dispatches a morning is shared out. */
export const shardCount = (mails: number, size: number = SHARD_SIZE): number => Math.max(1, Math.ceil(mails / size));

/** Which of them sends to an addressee: always the same one, so that a person's mail is never in two (FNV-1a, 32 bits). */
export function shardOf(addressee: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < addressee.length; at += 1) hash = Math.imul(hash ^ addressee.charCodeAt(at), 0x01000193) >>> 0;
  return hash % count;
}

import { localDateOf } from '#libs/domain';
import type { Store } from '#libs/store';

/** Deeper than any organisation of ours; stops a circle in the data. */
const MAX_DEPTH = 20;

/** The units above one unit on the day of `now`, nearest first. One indexed read per level. */
export async function unitsAbove(store: Store, unit: string, now: Date): Promise<string[]> {
  const day = localDateOf(now);
  const valid = { validFrom: { $lte: day }, $or: [{ validTo: null }, { validTo: { $gte: day } }] };
  const above: string[] = [];
  let at = unit;
  while (above.length < MAX_DEPTH) {
    const edge = await store.edges.findOne({ unit: at, ...valid } as never, { projection: { parent: 1 } });
    if (!edge || above.includes(edge.parent)) break;
    above.push(edge.parent);
    at = edge.parent;
  }
  return above;
}

import type { Obligation } from '#libs/domain';
import { draw } from '../../apps/cli/src/demo/random.js';

/** What the owing unit, or whoever it owes to, does with one obligation. */
export type Course =
  | 'on_time'
  | 'late'
  | 'never'
  | 'nil'
  | 'returned_once'
  | 'returned_twice'
  | 'withdrawn'
  | 'extension_granted'
  | 'extension_refused'
  | 'extended_unasked'
  | 'delay_kept'
  | 'delay_broken'
  | 'delay_twice'
  | 'escalated'
  | 'excused';

/** Shares of a hundred. */
const SHARES: readonly (readonly [Course, number])[] = [
  ['on_time', 36],
  ['late', 10],
  ['never', 8],
  ['nil', 3],
  ['returned_once', 8],
  ['returned_twice', 4],
  ['withdrawn', 4],
  ['extension_granted', 6],
  ['extension_refused', 3],
  ['extended_unasked', 3],
  ['delay_kept', 4],
  ['delay_broken', 3],
  ['delay_twice', 3],
  ['escalated', 2],
  ['excused', 3],
];

/** Kinds that know neither review nor "nothing to report". */
const ENTERED = ['event', 'covenant'];
const NEVER_NIL = ['own_plan', 'registration', ...ENTERED];

/** Pure: the same seed and obligation give the same course in every run. */
export function courseOf(seed: number, { _id, kind }: Pick<Obligation, '_id' | 'kind'>): Course {
  const luck = draw(seed, 'course', _id);
  let point = luck.whole(1, 100);
  const drawn = SHARES.find(([, share]) => (point -= share) <= 0)![0];
  if (kind === 'event') return luck.chance(0.6) ? 'on_time' : 'late'; // the campaign waits for it
  if (drawn === 'nil' && NEVER_NIL.includes(kind)) return 'on_time';
  return ['returned_once', 'returned_twice', 'withdrawn'].includes(drawn) && ENTERED.includes(kind) ? 'late' : drawn;
}

import { kindFacts } from '#libs/domain/obligation/kinds.js';
import type { ObligationKind } from '#libs/domain';
import { draw, type Draw } from '../random.js';
import type { Act, Behaviour, Moment, ObligationFacts } from './behaviour.types.js';

/** Shares of a hundred, as they are seen in real reporting rounds. */
const SHARES: readonly (readonly [Act, number])[] = [
  ['on_time', 70],
  ['late', 12],
  ['never', 4],
  ['nil', 4],
  ['returned_once', 7],
  ['extension', 3],
];

/** Late, but before any round of the demo locks. */
const LATEST = 3;

/** Kinds that can be answered with "nothing to report". */
const MAY_BE_NIL: readonly ObligationKind[] = ['report', 'interim_review', 'final_report', 'follow_up'];

/** What happens to one obligation in the world of this seed. Pure: no clock, no order of calls. */
export function behave(seed: number, facts: ObligationFacts): Behaviour {
  const luck = draw(seed, 'behaviour', facts.id);
  const act = actOf(facts, luck);
  const extension = act === 'extension' ? extensionOf(luck) : null;
  return {
    act,
    // After the decision: against the granted day, or on the old one.
    at: extension ? moment('due', extension.granted ? -luck.whole(0, 1) : 0, luck) : momentOf(act, facts, luck),
    review: moment('event', luck.whole(0, 2), luck),
    again: act === 'returned_once' ? moment('event', luck.whole(1, 2), luck) : null,
    extension,
  };
}

const extensionOf = (luck: Draw): Behaviour['extension'] => ({
  ask: moment('due', -2, luck),
  decide: moment('due', -1, luck),
  workingDays: luck.whole(2, 5),
  granted: luck.chance(0.7),
});

function actOf({ kind, standing }: ObligationFacts, luck: Draw): Act {
  const act = drawnAct(luck.whole(1, 100));
  const { holdsUp, settlement } = kindFacts[kind];
  if (holdsUp || standing) return luck.chance(0.85) ? 'on_time' : 'late';
  if (kind === 'vote') return act === 'never' ? 'never' : 'on_time';
  if (act === 'nil' && !MAY_BE_NIL.includes(kind)) return 'on_time';
  if (act === 'returned_once' && settlement !== 'reviewed') return 'on_time';
  return act;
}

function drawnAct(point: number): Act {
  let below = 0;
  for (const [act, share] of SHARES) if (point <= (below += share)) return act;
  return 'on_time';
}

/** Most work is done in the last days before it is due; entered facts within the day they are due. */
function momentOf(act: Act, { kind }: ObligationFacts, luck: Draw): Moment | null {
  if (act === 'never') return null;
  if (act === 'late') return moment('due', luck.whole(1, LATEST), luck);
  const early = kindFacts[kind].settlement === 'entered' ? 1 : 4;
  return moment('due', -luck.whole(0, early), luck);
}

const moment = (from: Moment['from'], workingDays: number, luck: Draw): Moment => ({
  from,
  workingDays: workingDays + 0,
  hour: luck.whole(8, 16),
  minute: luck.whole(0, 59),
});

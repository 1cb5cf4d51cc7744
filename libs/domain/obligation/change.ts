import { noteGoesWithReport } from '../amendment/note-goes.js';
import type { Refusal } from '../lifecycle/refusal.js';
import type { EventType } from '../timeline/event-types.js';
import type { ObligationCommand, Receipt } from './commands.types.js';
import type { DecideContext, Decision, Ruled } from './decision.types.js';
import type { Obligation } from './obligation.types.js';

/** What a rule in a file of its own came to. */
export function changeOr(
  ruled: Ruled | Refusal,
  o: Obligation,
  command: ObligationCommand,
  context: DecideContext,
): Decision | Refusal {
  if ('refused' in ruled) return ruled;
  return change(o, ruled.next, ruled.type, ruled.data, command, context, ruled.receipt);
}

/** A change with the event that tells of it, and the receipt of whoever asked for it. */
export function change(
  o: Obligation,
  next: Partial<Obligation>,
  type: EventType,
  data: Record<string, unknown>,
  command: ObligationCommand,
  { now, actor }: DecideContext,
  receipt: Partial<Receipt> = {},
): Decision {
  const revision = o.revision + 1;
  return {
    refused: false,
    next: { ...next, ...noteGoesWithReport(o, next) },
    events: [
      {
        type,
        at: now,
        actor: { post: actor.post, person: actor.person },
        data: defined({ obligation: o._id, ...data }),
      },
    ],
    receipt: {
      number: `${o._id}/${revision}`,
      obligation: o._id,
      command: command.type,
      at: now,
      state: next.state ?? o.state,
      revision,
      ...receipt,
    },
  };
}

const defined = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

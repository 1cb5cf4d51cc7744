import { addWorkingDays } from '../calendar/working-days.js';
import { recipients } from '../ladder/recipients.js';
import { refuse, type Refusal } from '../lifecycle/refusal.js';
import { instantAt, localDateOf, localTimeOf } from '../time/local-date.js';
import type { ObligationCommand } from './commands.types.js';
import type { DecideContext, Ruled } from './decision.types.js';
import { soonest } from './declare-delay.js';
import type { Obligation } from './obligation.types.js';

type Escalate = Extract<ObligationCommand, { type: 'escalate' }>;

/**
 * A supervisor escalates by hand (docs/rules.md): an instant notice beside the ladder, under a rung of its own. The chair of the
 * campaign is the top; a vacant post is passed over when the mail is sent.
 */
export function escalateByHand(o: Obligation, command: Escalate, context: DecideContext): Ruled | Refusal {
  const { now, actor, rules, campaign } = context;
  const { to, note } = command;
  if (actor.unit === o.answeringUnit) return refuse('own-work');
  if (campaign.suspended) return refuse('campaign-suspended');
  if (campaign.bodies && recipients(o, [to], campaign.bodies).includes(actor.post)) return refuse('escalate-to-self');
  const last = o.escalations;
  if (last) {
    const day = addWorkingDays(rules.calendar(o.clock.calendar), localDateOf(last.at), 1);
    const time = localTimeOf(last.at);
    if (now < instantAt(day, time)) return refuse('escalated-just-now', { day, time });
  }
  const n = (last?.count ?? 0) + 1;
  const clock = { ...o.clock, byHand: { n, at: now, to } };
  const next = { clock, nextAt: soonest(o.nextAt, now), escalations: { count: n, at: now } };
  return { next, type: 'escalated', data: { to, n, note } };
}

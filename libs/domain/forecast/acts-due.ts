import { digestSlot } from '../deadline/slots.js';
import { attempt } from '../obligation/attempt.js';
import { engineAct, postsAddressed, type EngineAct } from '../obligation/engine-act.js';
import type { ParkCause } from '../obligation/parking.types.js';
import type { ForecastDates } from './forecast.types.js';
import { clockWarnings } from './warnings/clock-warnings.js';
import { answering, type Group, type Owed, type Slot, type WaitingNotice, type World } from './world.js';

/** Acts of the agendas whose instant has come, with the notices they write. */
export function actsDue(world: World): boolean {
  const due = world.groups.filter(({ nextAt }) => nextAt !== null && nextAt <= world.now);
  for (const group of due) act(world, group);
  return due.length > 0;
}

function act(world: World, group: Group): void {
  const { now, input } = world;
  const { result, cause } = attempt(() => engineAct(group.clock, group.nextAt!, now, input.rules));
  if (result === null) return park(world, group, new Map(group.owed.map((one) => [one, cause])));
  const notices = address(world, group, result);
  if (group.owed.length === 0) return;
  if (notices.length > 0) slotOf(world, group, result).notices.push(...notices);
  tell(world, group, result, notices);
  group.nextAt = result.nextAt;
  for (const { act: done } of result.entries) {
    if (done === 'open') group.state = 'open';
    if (done === 'lock') lapse(world, group);
  }
}

function lapse(world: World, group: Group): void {
  group.state = 'lapsed';
  for (const { round } of group.owed) world.rounds.get(round)!.owing -= 1;
}

/** Whom the act speaks to; obligations for which that cannot be said are parked, the others go on. */
function address(world: World, group: Group, result: EngineAct): WaitingNotice[] {
  const { plan } = world.input;
  const notices: WaitingNotice[] = [];
  const unable = new Map<Owed, ParkCause>();
  for (const one of group.owed) {
    const { result: found, cause } = attempt(() => postsAddressed(asStands(one, group), result, plan));
    if (found === null) unable.set(one, cause);
    const written = new Set<string>();
    for (const { audience, post } of found ?? []) {
      if (written.has(post)) continue;
      written.add(post);
      notices.push({ group, obligation: one._id, audience, post });
    }
  }
  if (unable.size > 0) park(world, group, unable);
  return notices;
}

/** The few facts that the rule asks for, as they stand now. */
const asStands = ({ answeringUnit, answeringPost, receiver }: Owed, { clock, state }: Group) => ({
  ...{ state, clock, answeringUnit, receiver },
  ...(answeringPost === undefined ? {} : { answeringPost }),
});

/** The slot that takes the notices of an act; made when the first one comes. */
function slotOf({ now, slots, input: { rules } }: World, { clock }: Group, { speaking }: EngineAct): Slot {
  const instant = speaking!.class === 'instant';
  const at = instant ? now : digestSlot(now, rules.calendar(clock.calendar));
  const slot: Slot = { at, kind: instant ? 'instant_mail' : 'mail', notices: [] };
  const key = `${slot.kind}|${at.getTime()}`;
  return slots.get(key) ?? slots.set(key, slot).get(key)!;
}

function tell(world: World, group: Group, result: EngineAct, notices: WaitingNotice[]): void {
  const { book, now } = world;
  const { step, level, owed } = group;
  const rounds = owed.map(({ round }) => round);
  for (const entry of result.entries) {
    book.tell(now, entry.act, {
      step,
      level,
      rung: entry.rung,
      obligations: owed.length,
      rounds,
      ...(entry.act === 'lock' ? {} : { owner: answering(owed) }),
      ...(entry.act === 'open' ? { dates: datesOf(group) } : {}),
      ...(entry === result.speaking ? { recipients: notices } : {}),
      warnings: clockWarnings(entry.act, group, world),
    });
  }
}

function datesOf({ clock, owed }: Group): ForecastDates {
  const { dueAt, graceUntil = null, lockAt } = clock;
  return { cutoff: owed[0]?.cutoff ?? null, dueAt, graceUntil, lockAt };
}

/** It stays owed, but nobody will hear of it: trying again finds the same. */
function park({ book, now }: World, group: Group, unable: ReadonlyMap<Owed, ParkCause>): void {
  book.tell(now, 'parked', {
    step: group.step,
    level: group.level,
    obligations: unable.size,
    rounds: [...unable.keys()].map(({ round }) => round),
    warnings: [...unable.values()].map((cause) => ({ code: 'cannot-compute', data: {}, cause })),
  });
  group.owed = group.owed.filter((one) => !unable.has(one));
  if (group.owed.length === 0) group.nextAt = null;
}

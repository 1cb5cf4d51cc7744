import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { dispatchProcessId, INSTANT_SLOT, slotId } from '#libs/contracts';
import { insertMissing, newSleeper, Store, type NoticeDoc } from '#libs/store';
import { Engine } from '#libs/temporal';
import type { NoticeSeed } from './notice-seed.js';
import { placeNotices, type Place } from './place-notices.js';

/** Delay of a start that only a nudge ends, ms: under stepped time nothing wakes by itself. */
const UNTIL_NUDGED_MS = 3_650 * 86_400_000;

/** A dispatch serves all campaigns. */
const dispatchOf = (slot: string) =>
  ({ _id: dispatchProcessId(slot), type: 'dispatchWorkflow', campaign: null, step: null, level: null }) as const;

/** The dispatches that serve these notices: of each slot, or the long-lived one of what must not wait. */
export const dispatchesOf = (notices: Pick<NoticeDoc, 'slot'>[]) =>
  [...new Set(notices.map(({ slot }) => slot))].map(dispatchOf);

/** Writes notices under their keys and makes sure that somebody will send them. */
@Injectable()
export class Notices {
  constructor(
    private readonly store: Store,
    private readonly engine: Engine,
    private readonly clock: Clock,
  ) {}

  /** @param now engine time, where the caller has asked for it */
  async write(seeds: NoticeSeed[], now?: Date): Promise<void> {
    const notices = await this.keep(seeds, now);
    const slots = new Map(notices.map((notice) => [notice.slot, notice.slotAt]));
    for (const [slot, at] of slots) await this.ensureDispatch(slot, at, now);
  }

  /** The first half, which needs no engine; a duplicate key means that the rung reached the post already. */
  async keep(seeds: NoticeSeed[], known?: Date): Promise<NoticeDoc[]> {
    if (seeds.length === 0) return [];
    const now = known ?? (await this.clock.now());
    const places = await placeNotices(this.store, seeds, now);
    const notices = seeds.map((seed, n) => toNotice(seed, places[n]!, now));
    await insertMissing(this.store.notices, notices);
    return notices;
  }

  /**
   * After the insert: a dispatch that sleeps until this very slot will see the notice; every other one is woken.
   * (Insert first, then look: a record still asleep has not sealed yet.)
   */
  async ensureDispatch(slot: string, at: Date | null, now?: Date): Promise<void> {
    const dispatch = dispatchOf(slot);
    const record = await this.store.processes.findOne({ _id: dispatch._id });
    if (!record && at !== null && (await this.beginLater(dispatch, at, now ?? (await this.clock.now())))) return;
    const sleeping = record && !record.finished && record.asleep === record.turn && record.seen === record.nudge;
    if (sleeping && at !== null && record.sleepsUntil?.getTime() === at.getTime()) return;
    await this.engine.nudge(dispatch._id, dispatch);
  }

  /** A slot's first notice: its dispatch begins at the slot and not before. @returns false when that is now, or somebody was faster */
  private async beginLater(dispatch: ReturnType<typeof dispatchOf>, at: Date, now: Date): Promise<boolean> {
    if (at <= now) return false;
    await this.engine.startLater(dispatch, this.clock.sleep(at, now) ?? UNTIL_NUDGED_MS);
    return (await insertMissing(this.store.processes, [newSleeper(dispatch, at)])) === 1;
  }
}

/** What is made late waits for the morning after its examination: all that was missed is one mail, and none on a day of rest. */
function toNotice(
  { obligation, examinedAt: _, ...seed }: NoticeSeed,
  { slotAt, why, calendar }: Place,
  now: Date,
): NoticeDoc {
  const { version, dueAt } = obligation.clock;
  return {
    _id: [obligation._id, version, seed.rung, seed.post].join('|'),
    campaign: obligation.campaign,
    obligation: obligation._id,
    round: obligation.round,
    clockVersion: version,
    ...seed,
    slot: slotAt === null ? INSTANT_SLOT : slotId(slotAt),
    slotAt,
    seal: null,
    message: null,
    state: 'waiting',
    reason: null,
    ...{ calendar, dueAt },
    ...(why && slotAt && { holds: [{ at: now, from: seed.at, until: slotAt, why }] }),
  };
}

import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { INSTANT_SLOT, type DispatchActivityApi, type Examination, type ProcessAct } from '#libs/contracts';
import { say } from '#libs/domain';
import { fallAsleep, Store, wake } from '#libs/store';
import { Activities, Activity, beating } from '#libs/temporal';
import { FoldNotices } from './dispatch/fold-notices.js';
import { SendMessages } from './dispatch/send-messages.js';
import { slotOf, unsealed } from './dispatch/slots.js';

/** What a dispatch does: seal its slot, fold, send, and sweep up what a dead worker left between claim and outcome. */
@Injectable()
@Activities()
export class DispatchActivities implements DispatchActivityApi {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly folding: FoldNotices,
    private readonly sending: SendMessages,
  ) {}

  @Activity()
  async examineDispatch(id: string): Promise<Examination> {
    return beating(async () => {
      const turn = await wake(this.store, id);
      const now = await this.clock.now();
      const slot = slotOf(id);
      if (slot.at !== null && slot.at > now) {
        await fallAsleep(this.store, id, turn, slot.at, false);
        return { acts: [], finished: false, sleepMs: this.clock.sleep(slot.at, now) };
      }
      const acts = await this.acts(id, slot);
      if (acts.length) return { acts, finished: false, sleepMs: null };
      const waitMs = await this.sending.waitMs(slot.id);
      const finished = waitMs === null && slot.id !== INSTANT_SLOT;
      await fallAsleep(this.store, id, turn, null, finished);
      return { acts: [], finished, sleepMs: waitMs };
    });
  }

  @Activity()
  async performDispatchAct(id: string, act: ProcessAct): Promise<number> {
    return beating(async () => {
      const slot = slotOf(id);
      const now = await this.clock.now();
      if (act.kind === 'seal') return this.folding.seal(slot, now);
      if (act.kind === 'fold') return this.folding.fold(slot, now);
      if (act.kind === 'sweep') return this.sending.sweep(slot.id);
      return this.sending.send(slot.id, now);
    });
  }

  /** One act at a time: each may make work for the next. */
  private async acts(id: string, slot: ReturnType<typeof slotOf>): Promise<ProcessAct[]> {
    const counts = {
      seal: await this.store.notices.countDocuments(unsealed(slot) as never),
      fold: await this.folding.waiting(slot),
      sweep: await this.sending.orphans(slot.id),
      send: await this.sending.ready(slot.id),
    };
    const kind = (Object.keys(counts) as (keyof typeof counts)[]).find((name) => counts[name] > 0);
    if (!kind) return [];
    return [{ id: `${id}|${kind}`, kind, summary: say(`dispatch.${kind}`, { count: counts[kind] }), args: {} }];
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { INSTANT_SLOT, type DispatchActivityApi, type Examination, type ProcessAct } from '#libs/contracts';
import { say } from '#libs/domain';
import { fallAsleep, Store, wake } from '#libs/store';
import { Activities, Activity, beating } from '#libs/temporal';
import { FoldNotices } from './dispatch/fold-notices.js';
import { SendMessages } from './dispatch/send-messages.js';
import { slotOf, unsealed, type Slot } from './dispatch/slots.js';

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

  /** Sealing makes work for folding, folding for sending, so the acts from the first that has work on are done in one wake. */
  private async acts(id: string, slot: Slot): Promise<ProcessAct[]> {
    const [sweep, seal, fold, send] = await Promise.all([
      this.sending.orphans(slot.id),
      this.store.notices.countDocuments(unsealed(slot) as never),
      this.folding.waiting(slot),
      this.sending.ready(slot.id),
    ]);
    const act = (kind: 'sweep' | 'seal' | 'fold' | 'send', count: number): ProcessAct => ({
      id: `${id}|${kind}`,
      kind,
      summary: say(`dispatch.${kind}`, { count }),
      args: {},
    });
    const sweeping = sweep ? [act('sweep', sweep)] : [];
    if (seal) return [...sweeping, act('seal', seal), act('fold', seal + fold), act('send', seal + fold + send)];
    if (fold) return [...sweeping, act('fold', fold), act('send', fold + send)];
    return send ? [...sweeping, act('send', send)] : sweeping;
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { INSTANT_SLOT, type DispatchActivityApi, type Examination, type ProcessAct } from '#libs/contracts';
import { say } from '#libs/domain';
import { fallAsleep, Store, wake } from '#libs/store';
import { Activities, Activity, beating } from '#libs/temporal';
import { FoldNotices } from './dispatch/fold-notices.js';
import { rejoin, untriedMessages } from './dispatch/rejoin.js';
import { SendMessages, type MailLeft } from './dispatch/send-messages.js';
import { ShareOut } from './dispatch/share-out.js';
import { slotOf, type Slot } from './dispatch/slots.js';

/** What a dispatch does: seal its slot, fold, share out what is too much for one, send, and sweep up what a dead worker left between claim and outcome. */
@Injectable()
@Activities()
export class DispatchActivities implements DispatchActivityApi {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly folding: FoldNotices,
    private readonly sending: SendMessages,
    private readonly sharing: ShareOut,
  ) {}

  @Activity()
  async examineDispatch(id: string): Promise<Examination> {
    return this.examine(id);
  }

  @Activity()
  async performDispatchAct(id: string, act: ProcessAct, last: boolean): Promise<Examination | null> {
    return beating(async () => {
      const slot = slotOf(id);
      const now = await this.clock.now();
      if (act.kind === 'sweep') await this.sending.sweep(slot);
      else if (act.kind === 'share')
        await this.sharing.start(slot, await this.folding.waiting(slot), await this.open(slot));
      else if (act.kind === 'rejoin') await rejoin(this.store, slot, this.sending.newClaim());
      else {
        const claim = this.sending.newClaim();
        const folded = act.kind === 'fold' ? await this.folding.sealAndFold(slot, now, claim, this.sending.atOnce) : [];
        await this.sending.send(slot.id, now, claim, folded);
      }
      return last ? this.examine(id, now) : null;
    });
  }

  private async open(slot: Slot): Promise<string[]> {
    return (await this.sending.left(slot)).shares;
  }

  /** @param since when the work began that this look ends; absent for the look that begins a wake */
  private async examine(id: string, since?: Date): Promise<Examination> {
    const turn = await wake(this.store, id);
    const now = since ? this.clock.after(since) : await this.clock.now();
    const slot = slotOf(id);
    if (slot.at !== null && slot.at > now) {
      await fallAsleep(this.store, id, turn, slot.at, false);
      return { acts: [], finished: false, sleepMs: this.clock.sleep(slot.at, now) };
    }
    const [loose, left] = await Promise.all([this.folding.waiting(slot), this.sending.left(slot)]);
    const shares = await this.sharing.waiting(slot, loose, left.shares);
    const untried = left.ready ? await untriedMessages(this.store, slot, now) : 0;
    const acts = actsOf(id, slot.shard ? 0 : loose, left, untried, shares.length);
    if (acts.length) return { acts, finished: false, sleepMs: null };
    // mail under way elsewhere, or backing off: the record stays awake, so that time does not move meanwhile
    if (left.waitMs !== null) return { acts: [], finished: false, sleepMs: left.waitMs };
    const finished = slot.id !== INSTANT_SLOT;
    await fallAsleep(this.store, id, turn, null, finished);
    return { acts: [], finished, sleepMs: null };
  }
}

/** Folding makes work for sending, so both are one act; what a crash cuts off after the fold is found ready and sent by the next. */
function actsOf(id: string, fold: number, { ready, orphans }: MailLeft, untried: number, shares: number): ProcessAct[] {
  const act = (kind: 'sweep' | 'rejoin' | 'fold' | 'share' | 'send', count: number): ProcessAct => ({
    id: `${id}|${kind}`,
    kind,
    summary: say(`dispatch.${kind}`, { count }),
    args: {},
  });
  const sweeping = [...(orphans ? [act('sweep', orphans)] : []), ...(untried ? [act('rejoin', untried)] : [])];
  if (untried) return sweeping;
  if (fold) return [...sweeping, act('fold', fold)];
  // a share begins only when the whole fold is done: its mail has all its notices by then
  if (shares) return [...sweeping, act('share', shares)];
  return ready ? [...sweeping, act('send', ready)] : sweeping;
}

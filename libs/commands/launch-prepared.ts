import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { refuse, type Actor } from '#libs/domain';
import { groundOf, type GateItem } from '#libs/domain/preparation/index.js';
import { gateOf } from '#libs/preparation';
import { contentHash, Store, type PreparationDoc } from '#libs/store';
import { CampaignCommands } from './campaign-commands.js';
import { guardedWrite } from './guarded-write.js';
import type { RequestMeta } from './obligation-commands.js';
import { refused, type Outcome } from './outcome.js';
import type { PreparationReceipt } from './preparation-commands.js';

export interface LaunchReceipt extends PreparationReceipt {
  campaign: string;
}

/** What holds up a launch, beside the refusal. */
export type LaunchOutcome = Outcome<LaunchReceipt> & { items?: GateItem[] };

/**
 * From a clean gate to a running campaign. The seal is the one decision: plan and ground are written as the gate let them pass. What
 * follows is made from the seal, can be repeated by anybody, and goes on after a crash with the next launch.
 */
@Injectable()
export class LaunchPrepared {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly campaigns: CampaignCommands,
  ) {}

  async launch(actor: Actor, id: string, meta: RequestMeta): Promise<LaunchOutcome> {
    const cut = (await this.store.preparations.findOne({
      _id: id,
      state: 'sealed',
    })) as unknown as PreparationDoc | null;
    if (cut) return this.complete(actor, cut, await this.clock.now());
    const sealed = await this.seal(actor, id, meta);
    if (!sealed.ok) return sealed;
    const document = (await this.store.preparations.findOne({ _id: id })) as unknown as PreparationDoc;
    if (document.state === 'launched') return { ...sealed, receipt: launched(document, sealed.receipt.at) };
    return this.complete(actor, document, sealed.receipt.at);
  }

  private async seal(actor: Actor, id: string, meta: RequestMeta): Promise<LaunchOutcome> {
    const at = await this.clock.now();
    let items: GateItem[] = [];
    const input = { key: meta.key, post: actor.post, body: { id, command: 'launch' }, revision: meta.revision, at };
    const outcome = await guardedWrite<PreparationDoc, LaunchReceipt>(
      this.store,
      'preparations',
      id,
      input,
      async (preparation) => {
        if (preparation.state !== 'open') return refuse('preparation-over', { state: preparation.state });
        const { clean, plan, items: all } = await gateOf(this.store, preparation);
        items = all.filter(({ open }) => open);
        if (!clean || !plan) return refuse('preparation-gate-open', { count: items.length });
        const revision = preparation.revision + 1;
        return {
          refused: false,
          next: { state: 'sealed', plan, ground: groundOf(id, preparation), campaign: plan.code },
          events: [],
          receipt: { preparation: id, campaign: plan.code, command: 'launch', state: 'sealed', at, revision },
        };
      },
    );
    return outcome.ok ? outcome : { ...outcome, items };
  }

  private async complete(actor: Actor, document: PreparationDoc, at: Date): Promise<LaunchOutcome> {
    const { _id: id, plan, ground } = document;
    const prepared = { preparation: id, ground: contentHash(ground), parent: ground!.parent };
    const drafted = await this.campaigns.draft(actor, plan!, { key: `${id}:draft` }, prepared);
    if (!drafted.ok || !(await this.isOurs(plan!.code, id))) {
      // another campaign took the code between gate and draft: open again, nothing was made
      await this.settle(actor, document, at, { state: 'open', plan: null, ground: null, campaign: null });
      return drafted.ok ? refused(refuse('code-taken', { code: plan!.code })) : drafted;
    }
    const started = await this.campaigns.launch(actor, plan!.code, { key: `${id}:launch` });
    // the campaign may run already: somebody else completed the same seal
    if (!started.ok && started.code !== 'not-a-draft') return started;
    await this.settle(actor, document, at, { state: 'launched' });
    const now = (await this.store.preparations.findOne({ _id: id })) as unknown as PreparationDoc;
    return { ok: true, receipt: launched(now, at), replayed: false };
  }

  /** The same plan may have been drafted under this code by somebody else, without our ground. */
  private async isOurs(campaign: string, preparation: string): Promise<boolean> {
    const filter = { _id: campaign, 'prepared.preparation': preparation };
    return (await this.store.campaigns.countDocuments(filter, { limit: 1 })) === 1;
  }

  private async settle(actor: Actor, sealed: PreparationDoc, at: Date, next: Partial<PreparationDoc>): Promise<void> {
    const { _id: id, revision } = sealed;
    const input = { key: `${id}:settle:${revision}`, post: actor.post, body: next.state, at };
    await guardedWrite<PreparationDoc, PreparationReceipt>(this.store, 'preparations', id, input, (preparation) => {
      if (preparation.state !== 'sealed') return refuse('preparation-over', { state: preparation.state });
      const receipt = {
        preparation: id,
        command: 'settle',
        state: next.state!,
        at,
        revision: preparation.revision + 1,
      };
      return { refused: false, next: next, events: [], receipt };
    });
  }
}

const launched = ({ _id, campaign, state, revision }: PreparationDoc, at: Date): LaunchReceipt => ({
  preparation: _id,
  campaign: campaign!,
  command: 'launch',
  state,
  at,
  revision,
});

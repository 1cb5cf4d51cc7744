import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { isRefusal, refuse, type Actor, type Refusal } from '#libs/domain';
import {
  confirm,
  gatherAnswers,
  mergeAnswers,
  NOT_YOURS,
  questionsOf,
  waive,
  withdrawWaiver,
  type GivenAnswers,
  type ParentLink,
  type PreparationAnswers,
} from '#libs/domain/preparation/index.js';
import type { PlanReading } from '#libs/domain/plan-reader/index.js';
import { gateOf, planOfCampaign } from '#libs/preparation';
import { contentHash, insertMissing, newRecord, Store, type PreparationDoc } from '#libs/store';
import { guardedWrite } from './guarded-write.js';
import type { RequestMeta } from './obligation-commands.js';
import { refused, type Outcome } from './outcome.js';

export interface PreparationReceipt {
  preparation: string;
  command: string;
  state: PreparationDoc['state'];
  at: Date;
  revision: number;
}

/** What a preparation begins with: a text that was read, or an earlier campaign. */
export type Beginning =
  | { source: string; text: string; reading: PlanReading }
  | { source: string; years: number; copied: PreparationAnswers };

type Decided = Partial<PreparationDoc> | Refusal;

/** Commands of the officers who prepare a campaign. A refused one changes nothing. */
@Injectable()
export class PreparationCommands {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** The same key and beginning is the same preparation; another beginning under a used key is refused with 422. */
  async create(
    actor: Actor,
    beginning: Beginning,
    meta: RequestMeta,
    owner = actor.unit,
  ): Promise<Outcome<PreparationReceipt>> {
    const at = await this.clock.now();
    const id = `p-${contentHash([actor.post, meta.key]).slice(0, 16)}`;
    const { source } = beginning;
    const copied = 'copied' in beginning ? beginning.copied : null;
    const madeFrom = contentHash(
      'copied' in beginning ? { source, years: beginning.years } : { source, text: beginning.text },
    );
    const receipt: PreparationReceipt = { preparation: id, command: 'create', state: 'open', at, revision: 0 };
    const document: PreparationDoc = {
      ...newRecord(id, 'preparation'),
      owner,
      ...bodiesOf(copied ?? {}),
      state: 'open',
      source,
      text: 'text' in beginning ? beginning.text : null,
      reading: 'reading' in beginning ? beginning.reading : null,
      copied,
      answers: {},
      confirmations: [],
      waivers: [],
      parent: null,
      madeFrom,
      by: actor.post,
      at,
      plan: null,
      ground: null,
      campaign: null,
      reason: null,
    };
    if ((await insertMissing(this.store.preparations, [document])) > 0) return { ok: true, receipt, replayed: false };
    const there = await this.store.preparations.findOne({ _id: id }, { projection: { madeFrom: 1, at: 1 } });
    if (there!.madeFrom !== madeFrom) {
      return {
        ...refused<PreparationReceipt>(refuse('key-reused', { key: meta.key })),
        status: 422,
      } as Outcome<PreparationReceipt>;
    }
    return { ok: true, receipt: { ...receipt, at: there!.at }, replayed: true };
  }

  /** Answers parts of the plan; `null` takes one back. Bodies must stay those of the actor. */
  answer(actor: Actor, id: string, given: GivenAnswers, meta: RequestMeta): Promise<Outcome<PreparationReceipt>> {
    return this.change(actor, id, 'answer', { given }, meta, (preparation) => {
      const unknown = Object.keys(given.questions ?? {}).find(
        (one) => !questionsOf(preparation).some((known) => known.id === one),
      );
      if (unknown !== undefined) return refuse('preparation-unknown-question', { id: unknown });
      if (given.laidOut && !preparation.copied) return refuse('preparation-not-a-copy');
      const answers = mergeAnswers(preparation.answers, given);
      const bodies = bodiesOf(gatherAnswers({ ...preparation, answers }).answers);
      const own = [bodies.launchingUnit, bodies.standingBody].filter((unit) => unit !== null);
      if (given.bodies && own.length > 0 && !own.includes(actor.unit) && actor.role !== 'administrator') {
        return refuse('not-allowed', { post: actor.post, command: 'prepare' });
      }
      return { answers, ...bodies };
    });
  }

  /** Confirms fields with the values they have now; the revision says which those were. */
  confirm(actor: Actor, id: string, fields: string[], meta: RequestMeta): Promise<Outcome<PreparationReceipt>> {
    return this.change(actor, id, 'confirm', { fields }, meta, (preparation, at) => {
      const confirmations = confirm(preparation, fields, actor.post, at.toISOString());
      return isRefusal(confirmations) ? confirmations : { confirmations };
    });
  }

  waive(
    actor: Actor,
    id: string,
    item: string,
    reason: string,
    meta: RequestMeta,
  ): Promise<Outcome<PreparationReceipt>> {
    return this.change(actor, id, 'waive', { item, reason }, meta, async (preparation, at) => {
      const { items } = await gateOf(this.store, preparation);
      const waivers = waive(preparation, items, { item, reason }, actor, at.toISOString());
      return isRefusal(waivers) ? waivers : { waivers };
    });
  }

  withdrawWaiver(actor: Actor, id: string, item: string, meta: RequestMeta): Promise<Outcome<PreparationReceipt>> {
    return this.change(actor, id, 'withdraw-waiver', { item }, meta, async (preparation, at) => {
      const { items } = await gateOf(this.store, preparation);
      const waivers = withdrawWaiver(preparation, items, item, actor, at.toISOString());
      return isRefusal(waivers) ? waivers : { waivers };
    });
  }

  /** Says which campaign this one carries out, and which of its targets; `null` takes the link away. */
  linkParent(
    actor: Actor,
    id: string,
    parent: ParentLink | null,
    meta: RequestMeta,
  ): Promise<Outcome<PreparationReceipt>> {
    return this.change(actor, id, 'parent', { parent }, meta, async (preparation) => {
      if (parent === null) return { parent };
      if (parent.campaign === gatherAnswers(preparation).answers.code) return refuse('preparation-parent-itself');
      const plan = await planOfCampaign(this.store, parent.campaign);
      return plan ? { parent } : refuse('not-found', { id: parent.campaign });
    });
  }

  discard(actor: Actor, id: string, reason: string, meta: RequestMeta): Promise<Outcome<PreparationReceipt>> {
    return this.change(actor, id, 'discard', { reason }, meta, () => ({ state: 'discarded', reason }));
  }

  private async change(
    actor: Actor,
    id: string,
    command: string,
    body: object,
    meta: RequestMeta,
    decide: (preparation: PreparationDoc, at: Date) => Promise<Decided> | Decided,
  ): Promise<Outcome<PreparationReceipt>> {
    const at = await this.clock.now();
    const input = { key: meta.key, post: actor.post, body: { id, command, ...body }, revision: meta.revision, at };
    const outcome = await guardedWrite<PreparationDoc, PreparationReceipt>(
      this.store,
      'preparations',
      id,
      input,
      async (preparation) => {
        if (preparation.state !== 'open') return refuse('preparation-over', { state: preparation.state });
        const next = await decide(preparation, at);
        if (isRefusal(next)) return next;
        const state = next.state ?? preparation.state;
        const receipt = { preparation: id, command, state, at, revision: preparation.revision + 1 };
        return { refused: false, next: next, events: [], receipt };
      },
    );
    return !outcome.ok && FORBIDDEN.includes(outcome.code) ? { ...outcome, status: 403 } : outcome;
  }
}

/** Refusals that say: not this post. */
const FORBIDDEN = [NOT_YOURS, 'not-allowed'];

function bodiesOf({ bodies = {} }: PreparationAnswers): Pick<PreparationDoc, 'launchingUnit' | 'standingBody'> {
  return { launchingUnit: bodies.launching ?? null, standingBody: bodies.standing ?? null };
}

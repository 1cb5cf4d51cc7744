import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import {
  decide,
  decline,
  isRefusal,
  localDateOf,
  missingOf,
  propose,
  refuse,
  sign,
  versionOf,
  type Actor,
  type Covenant,
  type CovenantChange,
  type CovenantState,
  type Party,
  type Refusal,
  type Scan,
} from '#libs/domain';
import { ruleBook } from '#libs/rules';
import { contentHash, keepNote, organisationOn, Store, type CovenantDoc, type ObligationDoc } from '#libs/store';
import { covenantContent, type CovenantText } from './covenant-content.js';
import { guardedWrite, type Written } from './guarded-write.js';
import { insist } from './insist.js';
import type { RequestMeta } from './obligation-commands.js';
import type { Outcome } from './outcome.js';
import { settleCovenant } from './settle-covenant.js';

/** Answer to whoever wrote, signed or declined. */
export interface CovenantReceipt {
  covenant: string;
  command: 'propose' | 'sign' | 'decline';
  state: CovenantState;
  version: number;
  hash: string;
  at: Date;
  /** Units whose signature is missing. */
  missing: string[];
}

/** A signature; `signedBy` and `scan` where it stands on paper and an officer of the unit hands in its scan. */
export interface SignRequest {
  /** Hash of the text that is signed; on paper the one printed on it. */
  hash: string;
  signedBy?: string | undefined;
  scan?: Scan | undefined;
}

/** What its parties do with a covenant. The covenant is written first and counts; their obligations follow (`settleCovenant`). */
@Injectable()
export class CovenantCommands {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** A text to sign, the first or another. @param seen number of the version that was read; 0 before the first */
  async propose(
    { post, person }: Actor,
    id: string,
    { seen, ...text }: CovenantText & { seen: number },
    meta: RequestMeta,
  ): Promise<Outcome<CovenantReceipt>> {
    const at = await this.clock.now();
    return this.write('propose', post, id, { seen, ...text }, meta, at, async (covenant) => {
      const content = await covenantContent(this.store, covenant, text, at);
      if (isRefusal(content)) return content;
      const hash = contentHash({ covenant: id, version: seen + 1, content });
      return propose(covenant, { content, hash, seen, ground: 'changed', by: { post, person }, at });
    });
  }

  /** Two that sign at once both count: a signature is judged by the hash it names, not by who else wrote meanwhile. */
  async sign(actor: Actor, id: string, request: SignRequest, meta: RequestMeta): Promise<Outcome<CovenantReceipt>> {
    const at = await this.clock.now();
    const { hash, scan } = request;
    const party = await this.signer(actor, request, at);
    const enteredBy = party.post === actor.post ? {} : { enteredBy: { post: actor.post, person: actor.person } };
    await settleCovenant(this.store, id);
    return this.write('sign', actor.post, id, request, meta, at, async (covenant) => {
      const given = { party, hash, at, ...(scan && { scan }), ...enteredBy };
      const signed = sign(covenant, given);
      if (signed.refused) return signed;
      const refusal = await this.refusedBy(covenant, party, at);
      if (!refusal) return signed;
      // the obligation may be over because the same party signed a moment ago: then that is what is said
      const again = sign(await this.standing(id), given);
      return again.refused ? again : refusal;
    });
  }

  /** A party does not sign, and says why; its signature is still owed. */
  async decline(
    actor: Actor,
    id: string,
    { hash, reason }: { hash: string; reason: string },
    meta: RequestMeta,
  ): Promise<Outcome<CovenantReceipt>> {
    const at = await this.clock.now();
    return this.write('decline', actor.post, id, { hash, reason }, meta, at, async (covenant) => {
      const judged = decline(covenant, { party: actor, hash, note: { id: '', hash: '' }, at });
      if (judged.refused) return judged;
      const note = await keepNote(this.store, covenant.campaign, `${id}|${actor.post}|${meta.key}`, reason);
      return decline(covenant, { party: actor, hash, note, at });
    });
  }

  /** The head signs; another officer only hands in the scan of a paper that the head has signed. */
  private async signer(actor: Actor, { signedBy, scan }: SignRequest, at: Date): Promise<Party> {
    const { unit, post, person, role } = actor;
    const [of, byRole = ''] = (signedBy ?? post).split(':');
    if (!scan || signedBy === undefined || signedBy === post || of !== unit) return { unit, post, person, role };
    const organisation = await organisationOn(this.store, localDateOf(at));
    return { unit, post: signedBy, person: organisation.holderOf(signedBy), role: byRole };
  }

  private async standing(id: string): Promise<Covenant> {
    return (await this.store.covenants.findOne({ _id: id })) as unknown as Covenant;
  }

  /** What the party's own obligation says to a signature now: not open yet, locked, excused, the campaign cancelled. */
  private async refusedBy(covenant: Covenant, party: Party, now: Date): Promise<Refusal | null> {
    const { obligation } = covenant.signatories.find(({ unit }) => unit === party.unit)!;
    const [owed, campaign] = await Promise.all([
      this.store.obligations.findOne({ _id: obligation }),
      this.store.campaigns.findOne({ _id: covenant.campaign }, { projection: { state: 1 } }),
    ]);
    const flags = { cancelled: campaign?.state === 'cancelled', closed: campaign?.state === 'closed' };
    const command = { type: 'submit', submission: 'to be made', contentHash: '', nil: false } as const;
    const context = { now, actor: party, rules: ruleBook, campaign: flags };
    const decision = decide(owed as unknown as ObligationDoc, command, context);
    return decision.refused ? decision : null;
  }

  private async write(
    command: CovenantReceipt['command'],
    post: string,
    id: string,
    body: object,
    meta: RequestMeta,
    at: Date,
    judge: (covenant: CovenantDoc) => Promise<CovenantChange | Refusal>,
  ): Promise<Outcome<CovenantReceipt>> {
    const input = { key: meta.key, post, body: { id, command, ...body }, at };
    const outcome = await insist(() =>
      guardedWrite<CovenantDoc, CovenantReceipt>(this.store, 'covenants', id, input, async (covenant) => {
        if (await this.isOver(covenant.campaign)) return refuse('covenant-campaign-over');
        const change = await judge(covenant);
        return change.refused ? change : written(command, covenant, change, at);
      }),
    );
    if (outcome.ok) await settleCovenant(this.store, id);
    return outcome;
  }

  private async isOver(campaign: string): Promise<boolean> {
    const state = (await this.store.campaigns.findOne({ _id: campaign }, { projection: { state: 1 } }))?.state;
    return state === 'cancelled' || state === 'closed';
  }
}

function written(
  command: CovenantReceipt['command'],
  covenant: CovenantDoc,
  { next, events }: CovenantChange,
  at: Date,
): Written<CovenantReceipt> {
  const after = { ...covenant, ...next };
  const { n: version, hash } = versionOf(after)!;
  const receipt = { covenant: covenant._id, command, state: after.state, version, hash, at, missing: missingOf(after) };
  return { refused: false, next, events, receipt };
}

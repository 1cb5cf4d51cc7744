import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import {
  decide,
  isRefusal,
  refuse,
  type Actor,
  type DocumentRef,
  type EscalationTarget,
  type ObligationCommand,
  type Receipt,
} from '#libs/domain';
import { failpoint } from '#libs/config/failpoints.js';
import { ruleBook } from '#libs/rules';
import { contentHash, keepNote, keepSubmission, Store, type ObligationDoc, type SubmissionContent } from '#libs/store';
import { derivedFields } from './derived-fields.js';
import { guardedWrite, type Written } from './guarded-write.js';
import type { Outcome } from './outcome.js';
import { prepareContent } from './prepare-content.js';

/** A person's command as it arrives: words and content still inside. */
export type ObligationRequest =
  | { type: 'submit'; content: SubmissionContent }
  | { type: 'receive' }
  | { type: 'accept'; reason?: string }
  | { type: 'withdraw' | 'return' | 'reopen' | 'excuse' | 'release'; reason: string }
  | { type: 'request_extension'; proposedDay: string; reason: string }
  | { type: 'decide_extension'; granted: boolean; lastDay?: string; reason: string }
  | { type: 'extend'; lastDay: string; reason: string; document?: DocumentRef }
  | { type: 'declare_delay'; expectedDay: string; reason: string }
  | { type: 'escalate'; to: EscalationTarget; reason: string };

export interface RequestMeta {
  key: string;
  revision?: number | undefined;
  /** What the door read when it checked the actor's right; a guarded write may decide on it once. */
  read?: { at: Date; obligation: ObligationDoc; campaignState: string } | undefined;
}

/** Commands that are judged by the campaign's bodies and whether it rests. */
const ASKS_CAMPAIGN: ReadonlySet<ObligationRequest['type']> = new Set(['escalate', 'release']);

/** The command of a request that carries words, before they are kept; null where it carries none. */
function withWords(request: ObligationRequest): ObligationCommand | null {
  if (request.type === 'submit' || !('reason' in request) || request.reason === undefined) return null;
  return { ...request, note: { id: '', hash: '' } } as ObligationCommand;
}

/** Commands of people on what is owed. Content first (immutable, an orphan is harmless), then the one write that counts. */
@Injectable()
export class ObligationCommands {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, id: string, request: ObligationRequest, meta: RequestMeta): Promise<Outcome<Receipt>> {
    failpoint('api.parsed');
    const at = meta.read?.at ?? (await this.clock.now());
    const input = { key: meta.key, post: actor.post, body: { id, request }, revision: meta.revision, at };
    const outcome = await guardedWrite<ObligationDoc, Receipt>(
      this.store,
      'obligations',
      id,
      input,
      async (obligation) => {
        const state = obligation === meta.read?.obligation ? meta.read.campaignState : await this.stateOf(obligation);
        if (!state) return refuse('not-found', { id: obligation.campaign });
        const above = ASKS_CAMPAIGN.has(request.type) ? await this.whatIsAskedOfCampaign(obligation) : {};
        const flags = { cancelled: state === 'cancelled', closed: state === 'closed', ...above };
        const context = { now: at, actor, rules: ruleBook, campaign: flags };
        // words are kept only for what is accepted: a refused command leaves nothing behind
        const unsaid = withWords(request);
        const judged = unsaid && decide(obligation, unsaid, context);
        if (judged?.refused) return judged;
        const command = await this.toCommand(actor, obligation, request, meta.key, at);
        if ('refused' in command) return command;
        const decision = decide(obligation, command, context);
        if (decision.refused) return decision;
        return {
          ...decision,
          next: { ...decision.next, ...derivedFields(obligation, decision.next) },
        } satisfies Written<Receipt>;
      },
      meta.read?.obligation,
    );
    failpoint('api.reply');
    return outcome;
  }

  private async stateOf({ campaign }: ObligationDoc): Promise<string | undefined> {
    return (await this.store.campaigns.findOne({ _id: campaign }, { projection: { state: 1 } }))?.state;
  }

  private async whatIsAskedOfCampaign({ campaign }: ObligationDoc) {
    const projection = { suspended: 1, 'plan.standingBody': 1, 'plan.chairPost': 1 };
    const found = (await this.store.campaigns.findOne({ _id: campaign }, { projection }))!;
    return { suspended: found.suspended, bodies: found.plan };
  }

  /** Puts content and words where they belong and gives the domain's command, which holds only ids and hashes. */
  private async toCommand(actor: Actor, o: ObligationDoc, request: ObligationRequest, key: string, at: Date) {
    if (request.type === 'submit') return this.submission(actor, o, request.content, at);
    if (!('reason' in request) || request.reason === undefined) return { type: request.type } as ObligationCommand;
    const note = await keepNote(this.store, o.campaign, `${o._id}|${actor.post}|${key}`, request.reason);
    return { ...request, note } as ObligationCommand;
  }

  private async submission(actor: Actor, o: ObligationDoc, given: SubmissionContent, at: Date) {
    const content = await prepareContent(this.store, o, given);
    if (isRefusal(content)) return content;
    const hash = contentHash({ obligation: o._id, attempt: o.attempt + 1, content });
    const id = `${o._id}#${o.attempt + 1}#${hash.slice(0, 16)}`;
    const by = { post: actor.post, person: actor.person };
    await keepSubmission(this.store, {
      _id: id,
      obligation: o._id,
      campaign: o.campaign,
      attempt: o.attempt + 1,
      by,
      at,
      contentHash: hash,
      content,
    });
    failpoint('api.stored');
    return {
      type: 'submit',
      submission: id,
      contentHash: hash,
      nil: content.nil !== undefined,
    } satisfies ObligationCommand;
  }
}

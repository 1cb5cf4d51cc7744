import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import {
  decide,
  isRefusal,
  refuse,
  type Actor,
  type AmendmentDecision,
  type DocumentRef,
  type EscalationTarget,
  type ObligationCommand,
  type Receipt,
} from '#libs/domain';
import { failpoint } from '#libs/config/failpoints.js';
import { ruleBook } from '#libs/rules';
import { keepNote, Store, type ObligationDoc, type SubmissionContent } from '#libs/store';
import { consolidatedContent, givenByHand } from './consolidated-content.js';
import { derivedFields } from './derived-fields.js';
import { draftContent } from './draft-content.js';
import { entryFor } from './entry-for.js';
import { guardedWrite, type Written } from './guarded-write.js';
import { keepEvidence } from './keep-evidence.js';
import { keepContent } from './keep-content.js';
import type { Outcome } from './outcome.js';
import { prepareContent } from './prepare-content.js';
import { settleDifficulties } from './settle-difficulties.js';
import { closedPartChanged, remarksOf, repliesOf, type RemarkText, type ReplyText } from './review-requests.js';

/** A person's command as it arrives: words and content still inside. */
export type ObligationRequest =
  | { type: 'submit'; content: SubmissionContent; replies?: ReplyText[] }
  /** The draft that was seen, by its hash. */
  | { type: 'submit'; draft: string; replies?: ReplyText[] }
  /** Typed by an officer from the signed paper of a unit without accounts. */
  | (OnPaper & { content: SubmissionContent })
  | (OnPaper & { draft: string })
  | { type: 'receive'; contentHash?: string }
  | { type: 'accept'; reason?: string; contentHash?: string; resolve?: string[] }
  | { type: 'return'; reason: string; contentHash?: string; remarks?: RemarkText[] }
  | { type: 'withdraw' | 'reopen' | 'excuse' | 'release'; reason: string }
  | { type: 'request_extension'; proposedDay: string; reason: string }
  | { type: 'decide_extension'; granted: boolean; lastDay?: string; reason: string }
  | { type: 'extend'; lastDay: string; reason: string; document?: DocumentRef }
  | { type: 'declare_delay'; expectedDay: string; reason: string }
  | { type: 'amend'; n: number; decision: AmendmentDecision; reason: string }
  | { type: 'escalate'; to: EscalationTarget; reason: string };

interface OnPaper {
  type: 'enter';
  paper: string;
  scan: string;
  replies?: ReplyText[];
}

type HandIn = Extract<ObligationRequest, { type: 'submit' | 'enter' }>;

export interface RequestMeta {
  key: string;
  revision?: number | undefined;
  /** What the door read when it checked the actor's right; a guarded write may decide on it once. */
  read?: { at: Date; obligation: ObligationDoc; campaignState: string } | undefined;
}

/** Commands that are judged by the campaign's bodies and whether it rests. */
const ASKS_CAMPAIGN: ReadonlySet<ObligationRequest['type']> = new Set(['escalate', 'release']);

/** What was handed in is wrong in itself, place by place. */
const FAULTY: ReadonlySet<string> = new Set(['report-faulty', 'scores-faulty']);

const UNSAID = { id: '', hash: '' };

/** The command of a request that carries words, before they are kept; null where it carries none. */
function withWords(request: ObligationRequest): ObligationCommand | null {
  switch (request.type) {
    case 'submit': {
      const replies = request.replies?.map(({ remark }) => ({ remark, note: UNSAID }));
      return replies ? { type: 'submit', submission: '', contentHash: '', nil: false, replies } : null;
    }
    case 'return':
      return { ...request, note: UNSAID, remarks: (request.remarks ?? []).map((one) => ({ ...one, note: UNSAID })) };
    case 'amend':
      return { ...request, note: UNSAID, submission: 'to be made' };
    default:
      if (!('reason' in request) || request.reason === undefined) return null;
      return { ...request, note: UNSAID };
  }
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
    let raising: string | null = null;
    const input = { key: meta.key, post: actor.post, body: { id, request }, revision: meta.revision, at };
    const outcome = await guardedWrite<ObligationDoc, Receipt>(
      this.store,
      'obligations',
      id,
      input,
      async (obligation) => {
        failpoint('api.loaded');
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
        raising = command.type === 'submit' && command.difficulties ? command.submission : null;
        failpoint('api.decided');
        return {
          ...decision,
          next: { ...decision.next, ...derivedFields(obligation, decision.next) },
        } satisfies Written<Receipt>;
      },
      meta.read?.obligation,
    );
    // the relay does the same with the report's event, whatever becomes of this process
    if (outcome.ok && raising !== null) await settleDifficulties(this.store, raising);
    failpoint('api.reply');
    return outcome.ok || !FAULTY.has(outcome.code) ? outcome : { ...outcome, status: 400 };
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
    if (request.type === 'submit' || request.type === 'enter') return this.handIn(actor, o, request, key, at);
    if (!('reason' in request) || request.reason === undefined) return request as ObligationCommand;
    const remarks =
      request.type === 'return' && request.remarks
        ? await remarksOf(this.store, actor, o, request.remarks, { key, at })
        : [];
    if (isRefusal(remarks)) return remarks;
    const note = await keepNote(this.store, o.campaign, `${o._id}|${actor.post}|${key}`, request.reason);
    if (request.type === 'return') return { ...request, remarks, note } as ObligationCommand;
    if (request.type !== 'amend' || request.decision !== 'accept_now') return { ...request, note } as ObligationCommand;
    const kept = await this.amended(actor, o, request.n, at);
    return isRefusal(kept) ? kept : ({ ...request, ...kept, note } as ObligationCommand);
  }

  /** A report of the unit's own, from its draft, or typed by an officer; with the answers to what was remarked. */
  private async handIn(actor: Actor, o: ObligationDoc, request: HandIn, key: string, at: Date) {
    const onBehalf = request.type === 'enter' ? await entryFor(this.store, o, request, at) : undefined;
    if (isRefusal(onBehalf)) return onBehalf;
    const given = 'draft' in request ? await draftContent(this.store, o, request.draft) : request.content;
    if (isRefusal(given)) return given;
    const content = await prepareContent(this.store, o, given, at);
    if (isRefusal(content)) return content;
    const closed = await closedPartChanged(this.store, o, content);
    if (closed) return closed;
    const untied = await keepEvidence(this.store, o, content);
    if (untied) return untied;
    failpoint('api.prepared');
    const replies = await repliesOf(this.store, actor, o, request.replies ?? [], key);
    const kept = await keepContent(this.store, actor, o, content, { at, ...(onBehalf && { onBehalf }) });
    failpoint('api.stored');
    const nil = content.nil !== undefined;
    const raised = Object.keys(content.difficulties ?? {}).length;
    const more = { ...(raised > 0 && { difficulties: raised }), ...(onBehalf && { onBehalf }) };
    return { type: 'submit', ...kept, nil, replies, ...more } satisfies ObligationCommand;
  }

  /** The report that stands, with the figures from below as they are now. */
  private async amended(actor: Actor, o: ObligationDoc, amendment: number, at: Date) {
    if (!o.submission || !o.consolidates) return refuse('no-amendment');
    const standing = (await this.store.submissions.findOne({ _id: o.submission }))!;
    const content = await consolidatedContent(this.store, o, givenByHand(o, standing.content), at);
    return isRefusal(content) ? content : keepContent(this.store, actor, o, content, { at, amendment });
  }
}

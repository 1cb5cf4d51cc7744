import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import {
  aboveOwner,
  decideDifficulty,
  forwardTo,
  localDateOf,
  refuse,
  workplaceOf,
  type Actor,
  type DifficultyCommand,
  type DifficultyContext,
  type DifficultyReceipt,
  type DocumentRef,
} from '#libs/domain';
import { difficultyRuleOn, ruleBook } from '#libs/rules';
import { keepNote, organisationOn, planOf, Store, type ObligationDoc } from '#libs/store';
import { derivedFields } from './derived-fields.js';
import { guardedWrite, type Written } from './guarded-write.js';
import type { RequestMeta } from './obligation-commands.js';
import type { Outcome } from './outcome.js';

/** A command on a difficulty as it arrives: words still inside. */
export type DifficultyRequest =
  | { type: 'answer'; text: string; document?: DocumentRef | undefined }
  | { type: 'decline' | 'retract' | 'reopen'; reason: string }
  | { type: 'forward'; to: string; reason: string }
  | { type: 'resolve' };

const UNSAID = { id: '', hash: '' };

/** Commands of people on difficulties that reports raised: words are kept only for what is accepted, then the one write that counts. */
@Injectable()
export class DifficultyCommands {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    request: DifficultyRequest,
    meta: RequestMeta,
  ): Promise<Outcome<DifficultyReceipt>> {
    const at = meta.read?.at ?? (await this.clock.now());
    const input = { key: meta.key, post: actor.post, body: { id, request }, revision: meta.revision, at };
    return guardedWrite<ObligationDoc, DifficultyReceipt>(this.store, 'obligations', id, input, async (o) => {
      if (!o.difficulty) return refuse('difficulty-none');
      const context = await this.contextOf(actor, o, at);
      const unsaid = await this.commandOf(o, request, at);
      const judged = decideDifficulty(o, unsaid, context);
      if (judged.refused) return judged;
      const command = await this.withWords(actor, o, unsaid, request, meta.key);
      const decision = decideDifficulty(o, command, context);
      if (decision.refused) return decision;
      const next = { ...decision.next, ...derivedFields(o, decision.next) };
      return { ...decision, next } satisfies Written<DifficultyReceipt>;
    });
  }

  private async contextOf(actor: Actor, { campaign }: ObligationDoc, now: Date): Promise<DifficultyContext> {
    const found = await this.store.campaigns.findOne({ _id: campaign }, { projection: { state: 1 } });
    const rule = difficultyRuleOn(localDateOf(now));
    return { now, actor, rule, rules: ruleBook, cancelled: found?.state === 'cancelled' };
  }

  /** The domain's command, its words not kept yet. */
  private async commandOf(o: ObligationDoc, request: DifficultyRequest, at: Date): Promise<DifficultyCommand> {
    switch (request.type) {
      case 'resolve':
        return { type: 'resolve' };
      case 'answer':
        return { type: 'answer', note: UNSAID, ...(request.document && { document: request.document }) };
      case 'forward':
        return { type: 'forward', note: UNSAID, ...(await this.way(o, request.to, at)) };
      default:
        return { type: request.type, note: UNSAID };
    }
  }

  /** Where it is to go and may go, by the tree of the day. */
  private async way(o: ObligationDoc, unit: string, at: Date) {
    const [{ tree }, { calendar }] = await Promise.all([
      organisationOn(this.store, localDateOf(at)),
      planOf(this.store, o.campaign),
    ]);
    const above = aboveOwner(tree, unit);
    const worksAt = { owner: workplaceOf(unit, tree, calendar), receiver: workplaceOf(above, tree, calendar) };
    const had = o.difficulty!.owners.map((one) => one.unit);
    const allowed = forwardTo(tree, { owner: o.answeringUnit, raiser: o.subject, had });
    return { to: { unit, name: tree.unit(unit)?.name ?? unit, above, worksAt }, allowed };
  }

  private async withWords(
    actor: Actor,
    o: ObligationDoc,
    command: DifficultyCommand,
    request: DifficultyRequest,
    key: string,
  ): Promise<DifficultyCommand> {
    if (request.type === 'resolve') return command;
    const text = request.type === 'answer' ? request.text : request.reason;
    const note = await keepNote(this.store, o.campaign, `${o._id}|${actor.post}|${key}`, text);
    return { ...command, note } as DifficultyCommand;
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import { refuse, type Actor, type Refusal } from '#libs/domain';
import { insertMissing, Store, type ObligationDoc } from '#libs/store';
import { ObligationCommands, type ObligationRequest, type RequestMeta } from './obligation-commands.js';
import type { Outcome } from './outcome.js';

export interface ReviewTogether {
  act: 'receive' | 'accept' | 'return';
  obligations: readonly string[];
  reason?: string | undefined;
}

export interface ReviewedTogether {
  done: string[];
  refused: { obligation: string; code: string; reason: string }[];
}

/** Whether this post may do this to this obligation: the door's one policy, asked for each. */
export type Judge = (o: ObligationDoc, act: ReviewTogether['act']) => Promise<Refusal | null>;

/**
 * The same act on many reports, each under a key derived from the request's: cut in the middle it is finished by its repetition. Accepted or
 * returned is only what this post has opened as it stands now (row 60).
 */
@Injectable()
export class ReviewTogetherCommand {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly obligations: ObligationCommands,
  ) {}

  /** Notes that a post has opened a report as it stands; once is enough. @returns the first time, or null where nothing was handed in */
  async opened(actor: Actor, { _id, submission }: Pick<ObligationDoc, '_id' | 'submission'>): Promise<Date | null> {
    if (submission === null) return null;
    const key = openingOf(submission, actor);
    const at = await this.clock.now();
    await insertMissing(this.store.openings, [{ _id: key, obligation: _id, submission, post: actor.post, at }]);
    return (await this.store.openings.findOne({ _id: key }))!.at;
  }

  async execute(
    actor: Actor,
    { act, obligations, reason }: ReviewTogether,
    meta: RequestMeta,
    judge: Judge,
  ): Promise<Outcome<ReviewedTogether>> {
    const ids = [...new Set(obligations)];
    const found = (await this.store.obligations.find({ _id: { $in: ids } }).toArray()) as unknown as ObligationDoc[];
    const known = new Map(found.map((o) => [o._id, o]));
    const keys = found.flatMap(({ submission }) => (submission ? [openingOf(submission, actor)] : []));
    const opened = new Set<string>(await this.store.openings.distinct('_id', { _id: { $in: keys } } as never));
    const result: ReviewedTogether = { done: [], refused: [] };
    await Promise.all(
      ids.map(async (id) => {
        const o = known.get(id);
        const refusal = o ? await this.refusal(actor, o, act, opened, judge) : refuse('not-found', { id });
        if (refusal) return void result.refused.push({ obligation: id, code: refusal.code, reason: refusal.reason });
        const request = { type: act, ...(reason !== undefined && { reason }) } as ObligationRequest;
        const outcome = await this.obligations.execute(actor, id, request, { key: `${meta.key}/${id}` });
        if (outcome.ok) result.done.push(id);
        else result.refused.push({ obligation: id, code: outcome.code, reason: outcome.reason });
      }),
    );
    const place = (id: string): number => ids.indexOf(id);
    result.done.sort((a, b) => place(a) - place(b));
    result.refused.sort((a, b) => place(a.obligation) - place(b.obligation));
    return { ok: true, receipt: result, replayed: false };
  }

  private async refusal(
    actor: Actor,
    o: ObligationDoc,
    act: ReviewTogether['act'],
    opened: ReadonlySet<string>,
    judge: Judge,
  ): Promise<Refusal | null> {
    const refused = await judge(o, act);
    if (refused || act === 'receive') return refused;
    return o.submission && opened.has(openingOf(o.submission, actor)) ? null : refuse('not-opened');
  }
}

const openingOf = (submission: string, { post }: Pick<Actor, 'post'>): string => `${submission}|${post}`;

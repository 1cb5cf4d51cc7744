import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import {
  amendmentRefused,
  askAgain,
  localDateOf,
  propose,
  refuse,
  versionOf,
  type Actor,
  type DocumentRef,
  type TargetAmendment,
} from '#libs/domain';
import { ruleBook } from '#libs/rules';
import {
  contentHash,
  keepNote,
  recordUnmoved,
  Store,
  type CampaignDoc,
  type CovenantDoc,
  type ObligationDoc,
} from '#libs/store';
import { covenantContent } from './covenant-content.js';
import { derivedFields } from './derived-fields.js';
import { guardedWrite } from './guarded-write.js';
import { insist } from './insist.js';
import type { RequestMeta } from './obligation-commands.js';
import type { Outcome } from './outcome.js';
import { settleCovenant } from './settle-covenant.js';

export interface TargetAmendmentRequest {
  target: string;
  value?: number | undefined;
  shares?: Record<string, number> | undefined;
  /** First day on which it holds; the day of the decision where it is not said. */
  from?: string | undefined;
  document: DocumentRef;
  reason: string;
}

export interface TargetAmendmentReceipt {
  campaign: string;
  n: number;
  target: string;
  from: string;
  at: Date;
}

/** States in which a registration or a signature stands and can be asked for again. */
const STANDS = ['done', 'submitted', 'received', 'accepted'];

/**
 * Another level of a target, by a document: a line in the campaign's ledger, then what rests on the old level is asked for again, paper by
 * paper. Each paper is written once for each line, so a request that was cut is finished by its repetition.
 */
@Injectable()
export class AmendTargetCommand {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    request: TargetAmendmentRequest,
    meta: RequestMeta,
  ): Promise<Outcome<TargetAmendmentReceipt>> {
    const at = await this.clock.now();
    const { target, value, shares, document, reason } = request;
    const from = request.from ?? localDateOf(at);
    const input = { key: meta.key, post: actor.post, body: { id, command: 'amend_target', ...request }, at };
    const outcome = await insist(() =>
      guardedWrite<CampaignDoc, TargetAmendmentReceipt>(this.store, 'campaigns', id, input, async (campaign) => {
        if (campaign.state !== 'launched') return refuse('not-running', { state: campaign.state });
        const ledger = campaign.targetAmendments ?? [];
        const level = { target, from, ...(value !== undefined && { value }), ...(shares && { shares }) };
        const refusal = amendmentRefused(campaign.plan.targets, ledger, level);
        if (refusal) return refusal;
        const note = await keepNote(this.store, id, `${id}|${actor.post}|${meta.key}`, reason);
        const line: TargetAmendment = { ...level, n: ledger.length + 1, document, by: actor.post, at };
        const { n } = line;
        return {
          refused: false,
          next: { targetAmendments: [...ledger, line] },
          events: [
            {
              ...{ type: 'target_amended', at, actor: { post: actor.post, person: actor.person } },
              data: {
                n,
                target,
                ...(value !== undefined && { value }),
                ...(shares && { shares }),
                from,
                document,
                note,
              },
            },
          ],
          receipt: { campaign: id, n, target, from, at },
        };
      }),
    );
    if (outcome.ok) await this.askAgain(outcome.receipt);
    return outcome;
  }

  /** What was registered or signed on the old level, and covenants that speak of it. */
  private async askAgain({ campaign, n, target, at }: TargetAmendmentReceipt): Promise<void> {
    const resting = { campaign, kind: { $in: ['registration', 'covenant'] }, targets: target };
    const alone = (await this.store.obligations
      .find({ ...resting, covenant: { $exists: false }, state: { $in: STANDS } } as never)
      .toArray()) as unknown as ObligationDoc[];
    const changes = alone
      .filter(({ submittedAt }) => submittedAt !== null && submittedAt <= at)
      .flatMap((o) => {
        const asked =
          o.askedAgain !== undefined && o.askedAgain >= n
            ? null
            : askAgain(o, { now: at, rules: ruleBook, about: { target, amendment: n } });
        if (!asked) return [];
        const set = { ...asked.next, ...derivedFields(o, asked.next), askedAgain: n };
        return [[o._id, { version: o.version, set, event: { ...asked.event, id: `${o._id}|target@${n}` } }] as const];
      });
    if (changes.length) await recordUnmoved(this.store, 'obligations', new Map(changes));
    const together = await this.store.obligations.distinct('covenant', {
      ...resting,
      covenant: { $type: 'string' },
    } as never);
    for (const covenant of together as unknown as string[]) await this.rewrite(covenant, { n, at });
  }

  /** The text that stands, with the levels as they now are, to be signed by all again; what was pledged is nobody's to change. */
  private async rewrite(id: string, { n, at }: { n: number; at: Date }): Promise<void> {
    const input = { key: `target@${n}`, post: 'engine', body: { id, n }, at };
    await insist(() =>
      guardedWrite<CovenantDoc, object>(this.store, 'covenants', id, input, async (covenant) => {
        const last = versionOf(covenant);
        if (!last) return refuse('covenant-unwritten');
        const pledges = last.content.parties.flatMap(({ unit, pledges: given }) =>
          given.map(({ target, value }) => ({ unit, target, value })),
        );
        const still = await this.stillParties(covenant, pledges);
        const content = await covenantContent(this.store, covenant, { text: last.content.text, pledges: still }, at);
        if ('refused' in content) return content;
        const hash = contentHash({ covenant: id, version: last.n + 1, content });
        const by = { post: null, person: null };
        const change = propose(covenant, { content, hash, seen: last.n, ground: 'target_amended', by, at });
        return change.refused ? change : { ...change, receipt: { covenant: id, version: last.n + 1, hash } };
      }),
    );
    await settleCovenant(this.store, id);
  }

  /** Without what a party pledged that was excused since. */
  private async stillParties<P extends { unit: string }>({ signatories }: CovenantDoc, pledges: P[]): Promise<P[]> {
    const ids = signatories.map(({ obligation }) => obligation);
    const excused = await this.store.obligations.distinct('answeringUnit', {
      _id: { $in: ids },
      state: 'excused',
    } as never);
    return pledges.filter(({ unit }) => !excused.includes(unit));
  }
}

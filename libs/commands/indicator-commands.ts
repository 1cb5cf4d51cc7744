import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/clock';
import {
  defineIndicator,
  deprecateIndicator,
  isRefusal,
  refuse,
  type Actor,
  type Indicator,
  type IndicatorDraft,
  type Refusal,
} from '#libs/domain';
import {
  catalogueOf,
  contentHash,
  keepIndicator,
  Store,
  versionByKey,
  versionsOf,
  type IndicatorVersionDoc,
} from '#libs/store';
import { refused, type Outcome } from './outcome.js';

export interface IndicatorReceipt {
  indicator: string;
  version: number;
  at: Date;
}

export interface IndicatorChange {
  before: Indicator | null;
  after: Indicator;
}

type Draft = Omit<IndicatorDraft, 'keeper'>;
type Decide = (before: Indicator | null) => Indicator | Refusal | Promise<Indicator | Refusal>;

/**
 * The catalogue of indicators: every change is one insert of a whole version, so nothing is ever half done, changed or deleted. The version
 * that was seen must still be the newest.
 */
@Injectable()
export class IndicatorCommands {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** @param seen the version that the officer saw, 0 for an indicator that is to be new */
  define(actor: Actor, draft: Draft, seen: number, key: string): Promise<Outcome<IndicatorReceipt>> {
    return this.write(actor, draft.id, { draft, seen }, seen, key, (before) =>
      defineIndicator(before, { ...draft, keeper: before?.keeper ?? actor.unit }),
    );
  }

  deprecate(
    actor: Actor,
    id: string,
    { ground, replacedBy }: { ground: string; replacedBy: string | null },
    seen: number,
    key: string,
  ): Promise<Outcome<IndicatorReceipt>> {
    return this.write(actor, id, { id, ground, replacedBy, seen }, seen, key, async (before) => {
      if (!before) return refuse('not-found', { id });
      const other = replacedBy === null ? null : (await this.newest(replacedBy))?.indicator;
      if (other === undefined) return refuse('not-found', { id: replacedBy });
      return deprecateIndicator(before, { ground, replacedBy: other });
    });
  }

  /**
   * Defines many: all are judged before the first is written, so that a file with one mistake changes nothing. Cut off in between, the same
   * import goes on where it stopped.
   */
  async import(
    actor: Actor,
    drafts: Draft[],
    { dryRun }: { dryRun: boolean },
  ): Promise<{ changes: IndicatorChange[]; refused: Refusal[] }> {
    const known = new Map((await catalogueOf(this.store)).map(({ indicator }) => [indicator.id, indicator]));
    const judged = drafts.map((draft, n) => {
      const before = known.get(draft.id) ?? null;
      const twice = drafts.findIndex(({ id }) => id === draft.id) !== n;
      const next = twice
        ? refuse('indicator-twice', { id: draft.id })
        : defineIndicator(before, { ...draft, keeper: actor.unit });
      return { draft, before, next };
    });
    const wrong = judged.flatMap(({ next }) => (isRefusal(next) ? [next] : []));
    const changed = judged.filter(({ before, next }) => before !== next);
    if (wrong.length === 0 && !dryRun) {
      for (const { draft, before } of changed) {
        const seen = before?.version ?? 0;
        const outcome = await this.define(actor, draft, seen, `import-${contentHash({ draft, seen })}`);
        if (!outcome.ok) wrong.push({ refused: true, code: outcome.code, reason: outcome.reason });
      }
    }
    const changes = changed.flatMap(({ before, next }) => (isRefusal(next) ? [] : [{ before, after: next }]));
    return { changes, refused: wrong };
  }

  private async write(
    actor: Actor,
    id: string,
    body: object,
    seen: number,
    key: string,
    decide: Decide,
  ): Promise<Outcome<IndicatorReceipt>> {
    const keyHash = contentHash([actor.post, key]);
    const bodyHash = contentHash(body);
    const done = await versionByKey(this.store, keyHash);
    if (done) return repeated(done, bodyHash, key);
    const at = await this.clock.now();
    const before = (await this.newest(id))?.indicator ?? null;
    if ((before?.version ?? 0) !== seen) return stale(id, before, seen);
    if (before && before.keeper !== actor.unit) {
      return refused(refuse('indicator-not-yours', { post: actor.post, keeper: before.keeper }), 403);
    }
    const next = await decide(before);
    if (isRefusal(next)) return next.code === 'not-found' ? missing(next) : refused(next);
    const receipt = { indicator: id, version: next.version, at };
    if (next === before) return { ok: true, receipt, replayed: true };
    if (await keepIndicator(this.store, next, { by: actor.post, at, keyHash, bodyHash }))
      return { ok: true, receipt, replayed: false };
    const same = await versionByKey(this.store, keyHash);
    return same ? repeated(same, bodyHash, key) : stale(id, (await this.newest(id))?.indicator ?? null, seen);
  }

  private async newest(id: string): Promise<IndicatorVersionDoc | undefined> {
    return (await versionsOf(this.store, id))[0];
  }
}

function repeated(done: IndicatorVersionDoc, bodyHash: string, key: string): Outcome<IndicatorReceipt> {
  if (done.bodyHash !== bodyHash) {
    return { ...refused<IndicatorReceipt>(refuse('key-reused', { key })), status: 422 } as Outcome<IndicatorReceipt>;
  }
  const { indicator, at } = done;
  return { ok: true, receipt: { indicator: indicator.id, version: indicator.version, at }, replayed: true };
}

/** The newest version goes back with the refusal, so that nothing has to be typed again. */
function stale(id: string, current: Indicator | null, seen: number): Outcome<IndicatorReceipt> {
  const data = { id, current: current?.version ?? 0, seen };
  return refused(refuse('indicator-stale', data), 409, { current: { revision: data.current, ...current } });
}

const missing = (refusal: Refusal): Outcome<IndicatorReceipt> => refused<IndicatorReceipt>(refusal, 404);

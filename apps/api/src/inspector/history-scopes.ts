import { Injectable } from '@nestjs/common';
import { Store, type ObligationDoc, type RoundDoc } from '#libs/store';
import { ProblemError } from '../http/problem-error.js';
import { Names } from '../http/names.js';

type Filter = Record<string, unknown>;

/** What a line of time is about, as filters of the books it is read from. */
export interface HistoryScope {
  /** In words; null for the whole campaign. */
  about: string | null;
  journal: Filter;
  notices: Filter;
  obligations: Filter;
  /** One by one rather than counted. */
  narrow: boolean;
}

interface Asked {
  unit?: string | undefined;
  round?: string | undefined;
  obligation?: string | undefined;
}

/** Entries of the engine's acts on whole rounds name the obligations they touched, each with its version. */
const naming = (ids: string[]): Filter => ({ 'data.obligations': { $elemMatch: { $elemMatch: { $in: ids } } } });

/** The campaign as a whole, or one unit, round or obligation in it; the narrowest that is asked for. */
@Injectable()
export class HistoryScopes {
  constructor(
    private readonly store: Store,
    private readonly names: Names,
  ) {}

  /** @throws ProblemError 404 for a unit, round or obligation that the campaign does not know */
  async of(campaign: string, { unit, round, obligation }: Asked): Promise<HistoryScope> {
    if (obligation !== undefined) return this.ofObligation(campaign, obligation);
    if (round !== undefined) return this.ofRound(campaign, round);
    if (unit !== undefined) return this.ofUnit(campaign, unit);
    return { about: null, journal: {}, notices: {}, obligations: {}, narrow: false };
  }

  private async ofObligation(campaign: string, id: string): Promise<HistoryScope> {
    const found = await this.owed({ campaign, _id: id });
    const [one] = found.length ? found : missing(id);
    const name = (await this.names.units([one!.subject])).get(one!.subject) ?? one!.subject;
    return {
      about: `${one!.title} – ${name}`,
      journal: { $or: [{ subject: id }, { subject: one!.round, ...naming([id]) }] },
      notices: { obligation: id },
      obligations: { _id: id },
      narrow: true,
    };
  }

  private async ofRound(campaign: string, id: string): Promise<HistoryScope> {
    const round = (await this.store.rounds.findOne(
      { _id: id, campaign },
      { projection: { title: 1, level: 1, collector: 1 } },
    )) as unknown as Pick<RoundDoc, 'title' | 'collector'> | null;
    if (!round) return missing(id);
    const ids = (await this.owed({ campaign, round: id })).map(({ _id }) => _id);
    const name = (await this.names.units([round.collector])).get(round.collector) ?? round.collector;
    return {
      about: `${round.title} – ${name}`,
      journal: { subject: { $in: [id, ...ids] } },
      notices: { round: id },
      obligations: { round: id },
      narrow: false,
    };
  }

  /** What it owes, what it answers for, what it collects, and what its posts were told. */
  private async ofUnit(campaign: string, unit: string): Promise<HistoryScope> {
    const name = (await this.names.units([unit])).get(unit);
    if (name === undefined) return missing(unit);
    const [owed, collected, posts] = await Promise.all([
      this.owed({ campaign, $or: [{ subject: unit }, { answeringUnit: unit }] }),
      this.store.rounds.distinct('_id', { campaign, collector: unit } as never),
      this.store.posts.distinct('_id', { unit } as never),
    ]);
    const ids = owed.map(({ _id }) => _id);
    const rounds = [...new Set(owed.map(({ round }) => round))];
    return {
      about: name,
      journal: { $or: [{ subject: { $in: [...ids, ...collected] } }, { subject: { $in: rounds }, ...naming(ids) }] },
      notices: { $or: [{ obligation: { $in: ids } }, { post: { $in: posts } }] },
      obligations: { _id: { $in: ids } },
      narrow: true,
    };
  }

  private async owed(filter: Filter): Promise<Pick<ObligationDoc, '_id' | 'round' | 'title' | 'subject'>[]> {
    const projection = { round: 1, title: 1, subject: 1 };
    return await this.store.obligations.find(filter as never, { projection }).toArray();
  }
}

function missing(id: string): never {
  throw ProblemError.of(404, 'not-found', { data: { id } });
}
